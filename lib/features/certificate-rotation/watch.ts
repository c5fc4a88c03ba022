import 'server-only';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { type LoggedSignIn, readSignInLog, summarizeSignIns } from '@/lib/server/sign-in-log';
import type { Place } from './read-saml';
import type { SignInEvidence, SignInWatch } from './schema';

const mostPages = 3;

/**
 * The sign-ins through a connection since a moment. The API filters the log by time alone: a bounded number of rows of
 * all customers is read, and no more is known than they say.
 */
export async function watchSignIns(
  place: Place,
  since: string,
  scalekit: ScalekitClient,
): Promise<SignInWatch> {
  const { rows, complete } = await readSignInLog(scalekit, { since, pages: mostPages });
  const { success, failure, ...counts } = summarizeSignIns(rows, { ...place, email: null });
  return {
    ...counts,
    success: plain(success),
    failure: plain(failure),
    checkedAt: new Date().toISOString(),
    complete,
  };
}

function plain(row: LoggedSignIn | null): SignInEvidence | null {
  return row ? { id: row.id, at: row.at, email: row.email } : null;
}
