import { z } from 'zod';
import type { Environment } from '../environment';
import { OauthError } from '../oauth/oauth-error';
import type { Parameters } from '../oauth/parameters';
import { findAuthRequest, type SignInContext } from './auth-request';
import { fail, succeed } from './finish';
import { logStep } from './log';
import { type Failure, failures } from './outcomes.data';
import { overPage } from './over-page';
import type { Identity } from './recognize-user';
import type { AuthRequestRow } from './rows';
import { simulatorPage } from './simulator-page';

const name = z.string().trim().max(255).default('');
const answerSchema = z.object({
  person: z.string().optional(),
  email: z.string().trim().optional(),
  given_name: name,
  family_name: name,
  outcome: z.enum(['success', ...(Object.keys(failures) as Failure[])]).default('success'),
});

/** What was answered at the simulator: who it is, if anybody, and how it ended. */
export type SimulatorAnswer = { identity?: Identity; outcome: 'success' | Failure };

/** @throws ZodError */
export function readSimulatorAnswer({ store }: Environment, form: Parameters): SimulatorAnswer {
  const { family_name, given_name, outcome, person, email } = answerSchema.parse(form);
  const address = z.email().safeParse(person || email);
  if (!address.success) return { outcome };
  const chosen = person ? store.users.findBy('email', person.toLowerCase())[0]?.profile : undefined;
  const identity = {
    email: address.data.toLowerCase(),
    givenName: chosen ? chosen.givenName : given_name,
    familyName: chosen ? chosen.familyName : family_name,
  };
  return { identity, outcome };
}

/** `GET /sign-in/idp`: the identity provider's page. */
export function showSimulator({ environment }: SignInContext, id: string | undefined): Response {
  const authRequest = findAuthRequest(environment, id);
  if (!authRequest) return overPage();
  logStep(environment, authRequest, 'PENDING');
  return renderSimulator(environment, authRequest);
}

/** `POST /sign-in/idp`: what the identity provider answers. */
export function answerSimulator(context: SignInContext, request: Request, form: Parameters): Response {
  const { environment } = context;
  const authRequest = findAuthRequest(environment, form.request);
  const connection = environment.store.connections.get(authRequest?.connectionId ?? '');
  if (!authRequest || !connection) return overPage();
  const { identity, outcome } = readSimulatorAnswer(environment, form);
  if (outcome !== 'success') {
    const error = new OauthError(outcome, failures[outcome]);
    return fail(context, authRequest, error, { email: identity?.email });
  }
  if (!identity)
    return renderSimulator(environment, authRequest, 'Choose a person or type an e-mail address.');
  return succeed(context, request, authRequest, connection, identity);
}

function renderSimulator(environment: Environment, authRequest: AuthRequestRow, problem?: string): Response {
  const connection = environment.store.connections.get(authRequest.connectionId ?? '');
  if (!connection) return overPage();
  return simulatorPage({
    environment,
    connection,
    action: '/sign-in/idp',
    hidden: { request: authRequest.id },
    loginHint: authRequest.loginHint,
    problem,
    formTarget: new URL(authRequest.redirectUri).origin,
  });
}
