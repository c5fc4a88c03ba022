import type { JsonObject } from '@bufbuild/protobuf';
import { invalidField } from '../errors';
import type { AccountType } from './rows';

type CredentialField = { name: string; label: string; secret: boolean };

const username = { name: 'username', label: 'User name', secret: false };
const password = { name: 'password', label: 'Password', secret: true };
const apiKey = { name: 'api_key', label: 'API key', secret: true };
const token = { name: 'token', label: 'Token', secret: true };

const fields: Partial<Record<AccountType, CredentialField[]>> = {
  BASIC: [username, password],
  BASIC_AUTH: [username, password],
  BEARER_TOKEN: [token],
  NO_AUTH: [],
};

/** What a person hands over to connect an account of a provider without OAuth. */
export function credentialFields(type: AccountType): CredentialField[] {
  return fields[type] ?? [apiKey];
}

/** @throws ConnectError invalid argument for a field left empty */
export function readCredentials(type: AccountType, form: Record<string, string | undefined>): JsonObject {
  const details = credentialFields(type).map(({ name, label }) => {
    const value = form[name];
    if (!value) throw invalidField(name, `${label} is required`, 'required');
    return [name, value] as const;
  });
  return { staticAuth: { details: Object.fromEntries(details) } };
}
