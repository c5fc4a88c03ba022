import { z } from 'zod';
import { returnPath } from '@/lib/auth/return-path';

const word = z.string().max(2048).optional().catch(undefined);

const querySchema = z.object({
  callbackUrl: word.transform(returnPath),
  error: word,
  /** The member of staff whom a step-up was asked of. */
  for: word,
  /** `keydesk` when the issuer's own session could not be ended. */
  only: word,
});

export type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The query of a sign-in page; anything malformed counts as absent, and the way back stays on this site. */
export async function readPageQuery({ searchParams }: PageProps): Promise<z.infer<typeof querySchema>> {
  return querySchema.parse(await searchParams);
}
