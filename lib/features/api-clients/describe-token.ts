import 'server-only';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import type { MachineToken } from '@/lib/scalekit/machine-token';
import type { TriedToken } from './schema';

const strings = z
  .union([z.string().transform((one) => one.split(' ').filter(Boolean)), z.array(z.string())])
  .catch([]);
const payloadSchema = z.object({
  scopes: strings,
  aud: strings,
  custom_claims: z.record(z.string(), z.unknown()).catch({}),
});

/** What stands in an access token, as plain data. @throws AppError when it is no JWT */
export function describeToken({ accessToken, expiresInSeconds }: MachineToken): TriedToken {
  try {
    const { scopes, aud, custom_claims: claims } = payloadSchema.parse(decodeJwt(accessToken));
    return {
      expiresInSeconds,
      scopes,
      audience: aud,
      claims: Object.entries(claims).map(([key, value]) => ({ key, value: String(value) })),
    };
  } catch {
    throw new AppError('unavailable', 'Scalekit gave a token that is not a JWT.');
  }
}
