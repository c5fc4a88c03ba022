import { randomInt, randomUUID } from 'node:crypto';
import type { Environment } from '../environment';
import { hashSecret } from '../hash-secret';
import { sendMail } from '../mail/send-mail';
import type { PasswordlessRow } from './rows';
import { type PasswordlessSettings, passwordlessSettings } from './settings';

/** The code of every environment but production, so that scripts need not read mail. It is ours. */
const developmentCode = '424242';

const digits = '0123456789';
const digitsAndLetters = `${digits}ABCDEFGHJKLMNPQRSTUVWXYZ`;

/** Makes a new code and link, which end the earlier ones, and mails what the type asks for. */
export function mailCredential(environment: Environment, row: PasswordlessRow): PasswordlessRow {
  const code = newCode(environment.name, passwordlessSettings(environment));
  const linkToken = randomUUID();
  const minutes = Math.max(1, Math.round(row.lifetimeSeconds / 60));
  const parts = [
    row.type === 'LINK' ? [] : [`Your verification code is ${code}.`],
    row.type === 'OTP' || !row.magiclinkAuthUri ? [] : [`Open ${linkOf(row.magiclinkAuthUri, linkToken)}`],
    [`This works once, for ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`],
    Object.entries(row.templateVariables).map(([name, value]) => `${name}: ${value}`),
  ];
  sendMail(environment, {
    to: row.email,
    subject: row.template === 'SIGNUP' ? 'Finish signing up' : 'Sign in',
    text: parts.flat().join('\n\n'),
  });
  return environment.store.passwordless.put({
    ...row,
    expiresAt: environment.clock.now() + row.lifetimeSeconds * 1000,
    codeHash: hashSecret(code),
    linkHash: hashSecret(linkToken),
  });
}

function newCode(environmentName: string, settings: PasswordlessSettings): string {
  if (environmentName !== 'production') return developmentCode;
  const letters = settings.codeChallengeType === 'NUMERIC' ? digits : digitsAndLetters;
  const characters = Array.from(
    { length: settings.codeChallengeLength },
    () => letters[randomInt(letters.length)],
  );
  return characters.join('');
}

function linkOf(uri: string, token: string): string {
  const url = new URL(uri);
  url.searchParams.set('link_token', token);
  return url.href;
}
