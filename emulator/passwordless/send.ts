import { randomBytes } from 'node:crypto';
import { passwordlessPb } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { failedPrecondition, invalidField, notFound } from '../errors';
import { mailCredential } from './credential';
import type { PasswordlessRow } from './rows';
import { passwordlessSettings } from './settings';

const defaultSeconds = 300;
/** What the mail's template fills in itself. */
const reservedVariables = ['otp', 'expiry_time_relative', 'link', 'expire_time', 'expiry_time'];

/** Mails a code, a link or both to an address. */
export function sendPasswordless(
  environment: Environment,
  request: passwordlessPb.SendPasswordlessRequest,
): PasswordlessRow {
  const { type } = passwordlessSettings(environment);
  checkUri(request.magiclinkAuthUri, type === 'LINK');
  const reserved = reservedVariables.find((name) => name in request.templateVariables);
  if (reserved) throw invalidField('template_variables', `${reserved} is reserved`, 'reserved');
  return mailCredential(environment, {
    id: randomBytes(38).toString('base64url'),
    createdAt: environment.clock.now(),
    email: request.email.toLowerCase(),
    template: request.template === passwordlessPb.TemplateType.SIGNUP ? 'SIGNUP' : 'SIGNIN',
    type,
    state: request.state,
    magiclinkAuthUri: request.magiclinkAuthUri,
    templateVariables: request.templateVariables,
    lifetimeSeconds: request.expiresIn || defaultSeconds,
    expiresAt: 0,
    codeHash: '',
    linkHash: '',
    tries: [],
  });
}

/** Mails once more to the same address, also after the time has run out. */
export function resendPasswordless(environment: Environment, authRequestId: string): PasswordlessRow {
  const row = environment.store.passwordless.get(authRequestId);
  if (!row) throw notFound('auth request');
  if (row.usedAt !== undefined) throw failedPrecondition('the auth request has been used already');
  return mailCredential(environment, row);
}

function checkUri(uri: string | undefined, needed: boolean): void {
  if (uri === undefined) {
    if (needed) throw invalidField('magiclink_auth_uri', 'value is required for a magic link', 'required');
    return;
  }
  if (!URL.canParse(uri) || !/^https?:$/.test(new URL(uri).protocol)) {
    throw invalidField('magiclink_auth_uri', 'must be an http or https address', 'string.uri');
  }
}
