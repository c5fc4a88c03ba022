import { unstable_isUnrecognizedActionError as isUnrecognizedAction } from 'next/navigation';
import type { z } from 'zod';
import type { FormAction } from '@/components/forms/use-action';
import type { ErrorView, Result } from '@/lib/errors';
import { createHandOver } from '@/lib/features/hand-overs/actions';
import type { CreatedHandOver, HandOverKind, handOverChoices } from '@/lib/features/hand-overs/schema';
import { writeFragment } from './fragment';
import { seal } from './sealing';

/** What a secret is and belongs to; all of it is known to the server already. */
export type HandOverSubject = {
  environment: string;
  organizationId: string;
  kind: HandOverKind;
  /** The name of what it opens, so that the recipient and colleagues know it. */
  label: string;
  secretId: string;
};

type Choices = z.input<typeof handOverChoices>;

/** Encrypts here, sends the ciphertext, and puts the key behind the URL that comes back. The key is never sent. */
export function sendSealed(
  secret: string,
  { environment: _, ...subject }: HandOverSubject,
): FormAction<Choices, CreatedHandOver> {
  return async ({ environment, submissionId, ticket, input }): Promise<Result<CreatedHandOver>> => {
    try {
      const { sealed, key } = await seal(secret);
      const request = { environment, submissionId, ticket, input: { ...input, ...subject, sealed } };
      const result = await createHandOver(request);
      if (!result.ok) return { ok: false, error: keepingTheSecret(result.error) };
      const fragment = await writeFragment(key, result.data.url.slice(result.data.url.lastIndexOf('/') + 1));
      return { ok: true, data: { ...result.data, url: `${result.data.url}#${fragment}` } };
    } catch (error) {
      return { ok: false, error: unavailable(isUnrecognizedAction(error) ? outdated : lost) };
    }
  };
}

/**
 * The secret stands on the page and nowhere else: nothing may lead away from it, not even to the sign-in. And a link
 * whose address nobody has opens nothing, so an unknown outcome is no reason to wait.
 */
function keepingTheSecret(error: ErrorView): ErrorView {
  if (error.code === 'unauthenticated') return unavailable(signedOut);
  return error.unknown ? unavailable(lost) : error;
}

const signedOut =
  'Your session has ended. Sign in again in another tab and press once more; this one keeps the value meanwhile.';
const lost =
  'No link was made, or its address was lost on the way and opens nothing. Press again, or copy the value.';
const outdated =
  'Keydesk was updated since this page was opened. Copy the value: this page has to be reloaded.';

function unavailable(message: string): ErrorView {
  return { code: 'unavailable', message, unknown: false, stepUp: false };
}
