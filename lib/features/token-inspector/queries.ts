import 'server-only';
import { compactVerify, createLocalJWKSet, errors } from 'jose';
import { mayReach } from '@/lib/auth/principal';
import { env } from '@/lib/env';
import { readSigningKeys } from '@/lib/scalekit/signing-keys';
import { defineQuery } from '@/lib/server/define-query';
import { type ReadToken, readToken } from './read-token';
import { type InspectedToken, inspectTokenInput, type SignatureState } from './schema';

/**
 * What a pasted JWT says, and whether this environment signed it. Nothing of it is kept.
 * Source: GET /keys, for a signed token alone.
 */
export const inspectToken = defineQuery({
  permission: 'token.inspect',
  input: inspectTokenInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ token }, { environment, principal }): Promise<InspectedToken> => {
    const { issuer, keyId: _keyId, ...read } = readToken(token, Date.now());
    const home = env().environments.find(({ url }) => url === issuer?.replace(/\/$/, ''))?.name ?? null;
    const signature = await judgeSignature(token, read, environment, home);
    // Whose it is was read from the token: only a good signature makes it more than a claim, and a way to go.
    const trusted = signature === 'good';
    const reachable = read.organizationId !== null && mayReach(principal, read.organizationId);
    const seesAll = principal.customers === 'all';
    return {
      ...read,
      signature,
      environment: home,
      organizationId: trusted && reachable ? read.organizationId : null,
      userId: trusted && (reachable || seesAll) ? read.userId : null,
      clientId: trusted && reachable ? read.clientId : null,
      connectionId: trusted && reachable ? read.connectionId : null,
    };
  },
});

async function judgeSignature(
  token: string,
  { algorithm }: Pick<ReadToken, 'algorithm'>,
  environment: string,
  home: string | null,
): Promise<SignatureState> {
  if (algorithm === 'none') return 'unsigned';
  if (home && home !== environment) return 'elsewhere';
  try {
    await compactVerify(token, createLocalJWKSet(await readSigningKeys(environment)));
    return 'good';
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JOSENotSupported)
      return 'unknown_key';
    if (error instanceof errors.JOSEError) return 'bad';
    throw error;
  }
}
