import 'server-only';
import { db } from '@/lib/db';

/**
 * The addresses that Keydesk knows a user by, from the activity cache and the index, and the one that was given; in lower
 * case, each once. A user's deletion empties the index, and the login log names nobody's id, so there may be none.
 */
export async function knownAddresses(environment: string, userId: string, given: string): Promise<string[]> {
  const [cached, document] = await Promise.all([
    db().$queryRaw<{ email: string }[]>`
      SELECT DISTINCT email FROM activity.entry
      WHERE environment = ${environment} AND user_id = ${userId} AND email IS NOT NULL`,
    db().searchDocument.findUnique({
      where: { environment_kind_id: { environment, kind: 'user', id: userId } },
    }),
  ]);
  const indexed = document ? [document.title, document.detail, ...document.exact] : [];
  const texts = [...cached.map(({ email }) => email), ...indexed, given];
  return [...new Set(texts.filter((text) => text.includes('@')).map((text) => text.toLowerCase()))];
}
