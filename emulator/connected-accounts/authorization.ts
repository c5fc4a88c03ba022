import { randomBytes } from 'node:crypto';
import { type JsonObject, toJson } from '@bufbuild/protobuf';
import { connectedAccountsPb } from '@/lib/scalekit/services';
import type { ConnectionRow, ConnectionType } from '../connections/rows';
import { invalidField } from '../errors';
import type { AccountType, ConnectedAccountRow } from './rows';

type Details = connectedAccountsPb.AuthorizationDetails;
type DetailsCase = NonNullable<Details['details']['case']>;

const accountTypes: Partial<Record<ConnectionType, AccountType>> = {
  OAUTH: 'OAUTH',
  OIDC: 'OAUTH',
  OAUTH_M2M: 'OAUTH_M2M',
  SMART_FHIR: 'SMART_FHIR',
  TRELLO_OAUTH1: 'TRELLO_OAUTH1',
  GOOGLE_DWD: 'GOOGLE_DWD',
  API_KEY: 'API_KEY',
  BASIC: 'BASIC',
  BEARER: 'BEARER_TOKEN',
};

const cases: Partial<Record<AccountType, DetailsCase>> = {
  OAUTH: 'oauthToken',
  OAUTH_M2M: 'oauthToken',
  SMART_FHIR: 'oauthToken',
  TRELLO_OAUTH1: 'oauthToken',
  GOOGLE_DWD: 'googleDwd',
  TRUSTED_IDP: 'trustedIdp',
};

/** How long an access token of the imitated providers lives. */
export const accessTokenMs = 3_600_000;

/** How accounts of a connection authorize. */
export function accountTypeOf(connection: ConnectionRow): AccountType {
  return accountTypes[connection.type] ?? 'CUSTOM';
}

/** True when people consent at the provider, and not by handing over a key. */
export function usesOauth(type: AccountType): boolean {
  return cases[type] === 'oauthToken' || type === 'GOOGLE_DWD';
}

/**
 * What was sent as authorization, to be stored; undefined when nothing was.
 * @throws ConnectError invalid argument when it is another type's
 */
export function readDetails(type: AccountType, sent: Details | undefined): JsonObject | undefined {
  if (!sent?.details.case) return undefined;
  const expected = cases[type] ?? 'staticAuth';
  if (sent.details.case !== expected) {
    const field = 'connected_account.authorization_details';
    throw invalidField(field, `${sent.details.case} does not fit a ${type} connection`, 'authorization_type');
  }
  return toJson(connectedAccountsPb.AuthorizationDetailsSchema, sent) as JsonObject;
}

/** What a provider hands out after consent. */
export function newOauthDetails(connection: ConnectionRow): JsonObject {
  const scopes = Array.isArray(connection.settings.scopes) ? connection.settings.scopes : [];
  return { oauthToken: { accessToken: secret('emuat'), refreshToken: secret('emurt'), scopes } };
}

/** The same authorization with a new access token; undefined when there is no refresh token to get one by. */
export function refreshDetails({ details }: ConnectedAccountRow): JsonObject | undefined {
  const token = details?.oauthToken as JsonObject | undefined;
  if (!token?.refreshToken) return undefined;
  return { oauthToken: { ...token, accessToken: secret('emuat') } };
}

function secret(prefix: string): string {
  return `${prefix}_${randomBytes(24).toString('base64url')}`;
}
