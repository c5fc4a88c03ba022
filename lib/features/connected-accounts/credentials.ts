import 'server-only';
import type { JsonObject, MessageInitShape } from '@bufbuild/protobuf';
import type { connectedAccountsPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import { type CredentialFields, readJsonObject, wordsOf } from './credentials-schema';
import type { RevealedPart } from './schema';

type DetailsInit = MessageInitShape<typeof connectedAccountsPb.AuthorizationDetailsSchema>;

/** The filled form as the API takes it; undefined when nothing is handed in. */
export function toAuthorization(fields: CredentialFields): DetailsInit | undefined {
  switch (fields.kind) {
    case 'oauth': {
      const { accessToken, refreshToken, domain } = fields;
      const value = { accessToken, refreshToken, domain, scopes: wordsOf(fields.scopes) };
      return { details: { case: 'oauthToken', value } };
    }
    case 'static': {
      const details = Object.fromEntries(fields.staticDetails.map(({ key, value }) => [key, value]));
      return { details: { case: 'staticAuth', value: { details } } };
    }
    case 'google':
      return { details: { case: 'googleDwd', value: { subject: fields.subject } } };
    case 'trusted':
      return { details: { case: 'trustedIdp', value: { dbUser: fields.dbUser } } };
    case 'none':
      return undefined;
  }
}

/** The settings as the API takes them; undefined for an empty text. */
export function toApiConfig(text: string): JsonObject | undefined {
  return (readJsonObject(text) ?? undefined) as JsonObject | undefined;
}

/** The live credentials part by part, those that are set. */
export function toRevealedParts(
  authorization: connectedAccountsPb.AuthorizationDetails | undefined,
): RevealedPart[] {
  return partsOf(authorization).filter(({ value }) => value !== '');
}

const hidden = (label: string, value: string): RevealedPart => ({ label, value, secret: true });
const plain = (label: string, value: string): RevealedPart => ({ label, value, secret: false });

function partsOf(authorization: connectedAccountsPb.AuthorizationDetails | undefined): RevealedPart[] {
  const { details } = authorization ?? {};
  switch (details?.case) {
    case 'oauthToken': {
      const { accessToken, refreshToken, scopes, domain } = details.value;
      return [
        hidden('Access token', accessToken),
        hidden('Refresh token', refreshToken),
        plain('Scopes', scopes.join(' ')),
        plain('Domain', domain),
      ];
    }
    case 'staticAuth':
      // Any of them may be the password or the key.
      return Object.entries(details.value.details ?? {}).map(([label, value]) =>
        hidden(label, typeof value === 'string' ? value : JSON.stringify(value)),
      );
    case 'googleDwd': {
      const { accessToken, scopes, subject, tokenExpiresAt } = details.value;
      return [
        hidden('Access token', accessToken),
        plain('Acts as', subject),
        plain('Scopes', scopes.join(' ')),
        plain('Token runs out', toIso(tokenExpiresAt) ?? ''),
      ];
    }
    case 'trustedIdp': {
      const { accessKeyId, secretAccessKey, sessionToken, dbUser, expiry } = details.value;
      return [
        hidden('Access key id', accessKeyId),
        hidden('Secret access key', secretAccessKey),
        hidden('Session token', sessionToken),
        plain('Database user', dbUser),
        plain('Runs out', toIso(expiry) ?? ''),
      ];
    }
    default:
      return [];
  }
}
