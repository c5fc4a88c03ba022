import 'server-only';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { escapeLike } from '@/lib/escape-like';
import { type FindKind, findKinds, type Hit } from '@/lib/find-kinds';
import { foldText } from '@/lib/fold-text';
import { hitsAtMost } from './schema';
import { visibleKinds, visibleOwners } from './visible-kinds';

type Row = Omit<Hit, 'environment'> & { score: number };

/** Words that are compared; further ones would narrow nothing that a person types. */
const mostWords = 5;

/**
 * The query and its parameters. Candidates are capped inside `search_candidates`; here they are ranked: the whole value,
 * the whole title, its beginning, the beginning of a word, the middle of one; among equals customers come first.
 */
export const searchSql = `
  SELECT c.kind, c.id, c.ref, c.title, c.detail, o.id AS "organizationId", org.title AS "organizationName",
    c.exact && ARRAY[$4::text] AS "isExact",
    CASE
      WHEN c.exact && ARRAY[$4::text] THEN 100
      WHEN lower(c.title) = $4 THEN 90
      WHEN c.search_text LIKE $7::text || '%' THEN 70
      WHEN c.search_text LIKE '% ' || ltrim($7::text) || '%' THEN 50
      ELSE 30
    END + (20 - array_position($8::text[], c.kind)) * 0.9 AS score
  FROM (SELECT DISTINCT ON (kind, id) * FROM search_candidates($1, $2::text[], $3::text[], $4, $5::text[], $6)) c
  LEFT JOIN LATERAL (
    SELECT x AS id FROM unnest(c.organization_ids) x
    WHERE x <> '*' AND ($3::text[] IS NULL OR x = ANY($3::text[])) LIMIT 1
  ) o ON true
  LEFT JOIN search_document org
    ON org.environment = $1 AND org.kind = 'organization' AND org.id = o.id AND NOT org.removed
  ORDER BY score DESC, length(c.title), c.title, c.id
  LIMIT ${hitsAtMost}`;

/** The parameters of `searchSql` for one text of one person. */
export function searchParameters(environment: string, text: string, principal: Principal): unknown[] {
  const folded = foldText(text).slice(0, 255);
  const words = folded.split(' ').filter(Boolean).slice(0, mostWords);
  // A single letter says nothing; only the whole value may then still be found.
  const patterns = folded.length < 2 ? [] : words.map(patternOf);
  return [
    environment,
    visibleKinds(principal) satisfies FindKind[],
    visibleOwners(principal),
    folded,
    patterns,
    // A slip of the pen is worth a guess in a name; an id that is nearly right is another id.
    /^[^\d@_./]{4,}$/.test(folded) ? folded : '',
    ` ${escapeLike(folded)}`,
    findKinds,
  ];
}

/** Three letters are found anywhere, fewer at the beginning of a word: the index knows no shorter pieces. */
function patternOf(word: string): string {
  return word.length < 3 ? `% ${escapeLike(word)}%` : `%${escapeLike(word)}%`;
}

/** What this person may see of what the index holds for a text, best first. */
export async function findInIndex(environment: string, text: string, principal: Principal): Promise<Hit[]> {
  const rows = await db().$queryRawUnsafe<Row[]>(
    searchSql,
    ...searchParameters(environment, text, principal),
  );
  return rows.map(({ score: _score, ...row }) => ({ environment, ...row }));
}
