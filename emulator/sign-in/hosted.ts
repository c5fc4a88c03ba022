import { create } from '@bufbuild/protobuf';
import { ConnectError } from '@connectrpc/connect';
import { z } from 'zod';
import { passwordlessPb } from '@/lib/scalekit/services';
import type { ConnectionRow } from '../connections/rows';
import type { Environment } from '../environment';
import type { Parameters } from '../oauth/parameters';
import { sendPasswordless } from '../passwordless/send';
import { verifyPasswordless } from '../passwordless/verify';
import { findAuthRequest, type SignInContext } from './auth-request';
import { goTo } from './authorize';
import { succeed } from './finish';
import { codePage, hostedPage } from './hosted-page';
import { logStep } from './log';
import { overPage } from './over-page';
import type { AuthRequestRow } from './rows';
import { findDomainConnection, loginMethods } from './select-connection';

/** `GET /sign-in`: the ways in. */
export function showHosted({ environment }: SignInContext, id: string | undefined): Response {
  const authRequest = findAuthRequest(environment, id);
  if (!authRequest) return overPage();
  logStep(environment, authRequest, 'PENDING');
  return hostedPage(environment, authRequest);
}

/** `POST /sign-in/method`: one of the environment's identity providers. */
export function chooseMethod({ environment }: SignInContext, form: Parameters): Response {
  const authRequest = findAuthRequest(environment, form.request);
  const connection = loginMethods(environment).find(({ id }) => id === form.connection);
  if (!authRequest || !connection) return overPage();
  return goOnAt(environment, authRequest, connection);
}

/** `POST /sign-in/email`: leads to the organization's connection, or else proves the address by mail. */
export function chooseEmail({ environment }: SignInContext, form: Parameters): Response {
  const authRequest = findAuthRequest(environment, form.request);
  if (!authRequest) return overPage();
  const email = z.email().safeParse(form.email?.trim());
  if (!email.success) {
    return hostedPage(environment, authRequest, { problem: 'Enter an e-mail address.', email: form.email });
  }
  const address = email.data.toLowerCase();
  const connection = findDomainConnection(environment, address.split('@')[1] ?? '')?.connection;
  const hinted = { ...authRequest, loginHint: address };
  if (connection) return goOnAt(environment, hinted, connection);
  if (findPasswordless(environment)) return mailCode(environment, hinted, address);
  const problem = 'No way to sign in fits this address.';
  return hostedPage(environment, authRequest, { problem, email: address });
}

/** `POST /sign-in/code` and `GET /sign-in/link`: what the mail held proves the address. */
export function proveAddress(context: SignInContext, request: Request, form: Parameters): Response {
  const { environment } = context;
  const authRequest = findAuthRequest(environment, form.request);
  const mailed = environment.store.passwordless.get(authRequest?.passwordlessId ?? '');
  const connection = findPasswordless(environment);
  if (!authRequest || !mailed || !connection) return overPage();
  try {
    const { row } = verifyPasswordless(environment, readCredential(mailed.id, form));
    return succeed(context, request, authRequest, connection, {
      email: row.email,
      givenName: '',
      familyName: '',
    });
  } catch (error) {
    if (error instanceof ConnectError) return codePage(authRequest, mailed.email, error.rawMessage);
    throw error;
  }
}

function readCredential(authRequestId: string, form: Parameters) {
  const authCredential = form.link_token
    ? { case: 'linkToken' as const, value: form.link_token }
    : { case: 'code' as const, value: form.code?.trim() ?? '' };
  return create(passwordlessPb.VerifyPasswordLessRequestSchema, { authRequestId, authCredential });
}

function findPasswordless(environment: Environment): ConnectionRow | undefined {
  return loginMethods(environment).find(({ type }) => type === 'PASSWORDLESS');
}

function goOnAt(environment: Environment, authRequest: AuthRequestRow, connection: ConnectionRow): Response {
  const organizationId = connection.organizationId ?? authRequest.organizationId;
  const row = { ...authRequest, connectionId: connection.id, organizationId };
  logStep(environment, row, 'PENDING', { connection, organizationId, email: row.loginHint });
  return goTo(environment.store.authRequests.put(row));
}

function mailCode(environment: Environment, authRequest: AuthRequestRow, email: string): Response {
  const { SIGNIN, SIGNUP } = passwordlessPb.TemplateType;
  const mail = sendPasswordless(
    environment,
    create(passwordlessPb.SendPasswordlessRequestSchema, {
      email,
      template: authRequest.prompt === 'create' ? SIGNUP : SIGNIN,
      magiclinkAuthUri: `${environment.url()}/sign-in/link?request=${authRequest.id}`,
    }),
  );
  logStep(environment, authRequest, 'PENDING', { email, connection: findPasswordless(environment) });
  return codePage(environment.store.authRequests.put({ ...authRequest, passwordlessId: mail.id }), email);
}
