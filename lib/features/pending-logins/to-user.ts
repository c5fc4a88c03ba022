import 'server-only';
import type { JsonObject } from '@bufbuild/protobuf';
import { AppError } from '@/lib/errors';
import { type PendingLoginInput, toLines } from './schema';

/** A person as the operation takes them. */
export function toUser(input: PendingLoginInput, customAttributes: JsonObject) {
  const { sub, email, emailVerified, name, givenName, familyName, preferredUsername } = input;
  const { phoneNumber, phoneNumberVerified, picture, gender, locale, outcome } = input;
  return {
    ...{ sub, email, emailVerified, name, givenName, familyName, preferredUsername },
    ...{ phoneNumber, phoneNumberVerified, picture, gender, locale },
    groups: toLines(input.groups),
    roles: toLines(input.roles),
    organizationExternalId: input.organizationExternalId || undefined,
    organizationExternalName: input.organizationExternalName || undefined,
    customAttributes: Object.keys(customAttributes).length > 0 ? customAttributes : undefined,
    loginFailed: outcome === 'failed',
  };
}

/** A refusal beside the fields of the form, or as what has become of the sign-in. */
export function inWords(error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  const { code, message, requestId, fieldErrors } = error;
  if (code === 'not_found') {
    const sentence =
      'This connection has no such sign-in that waits. It was answered, took longer than Scalekit waits, or belongs to another connection.';
    return new AppError(code, sentence, { requestId, fieldErrors: { loginRequestId: sentence } });
  }
  if (!fieldErrors) return error;
  const placed = Object.entries(fieldErrors).map(([path, said]) => [path.replace(/^user\./, ''), said]);
  return new AppError(code, message, { requestId, fieldErrors: Object.fromEntries(placed) });
}
