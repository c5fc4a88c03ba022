import 'server-only';
import { db } from '@/lib/db';
import type { FindKind } from '@/lib/find-kinds';
import { foldText } from '@/lib/fold-text';
import { type Document, exactOf, searchTextOf } from './document';

/**
 * Writes documents as they were at `asOf`, in one statement. What is newer, a deletion too, stays; what belonged to a
 * customer that has gone since then does not come back, whether the index has ever had it or not.
 * @throws Error when Postgres does not answer
 */
export async function writeDocuments(environment: string, documents: Document[], asOf: Date): Promise<void> {
  if (documents.length === 0) return;
  // One statement must not touch a row twice.
  const unique = [...new Map(documents.map((one) => [`${one.kind} ${one.id}`, one])).values()];
  const rows = (await withKept(environment, unique)).map((one) => {
    const exact = exactOf(one);
    const { title, detail, ref } = one;
    return {
      ...{ kind: one.kind, id: one.id, ref: ref ?? '', title: title.slice(0, 500), detail: detail ?? '' },
      // Ids are found whole alone: pieces of them are in every row.
      text: searchTextOf(title, [detail, ref, ...(one.exact ?? [])]),
      exact,
      organizations: one.organizationIds,
      adds: one.addsOrganizations ?? false,
    };
  });
  await db().$executeRaw`
    INSERT INTO search_document AS d
      (environment, kind, id, ref, organization_ids, title, detail, search_text, exact, as_of)
    SELECT ${environment}, r.kind, r.id, r.ref, r.organizations, r.title, r.detail, r.text, r.exact, ${asOf}
    FROM unnest(${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ id }) => id)}::text[],
      ${rows.map(({ ref }) => ref)}::text[], ${rows.map(({ title }) => title)}::text[],
      ${rows.map(({ detail }) => detail)}::text[], ${rows.map(({ text }) => text)}::text[],
      ${rows.map(({ exact }) => JSON.stringify(exact))}::jsonb[],
      ${rows.map(({ organizations }) => JSON.stringify(organizations))}::jsonb[],
      ${rows.map(({ adds }) => adds)}::boolean[])
      AS u(kind, id, ref, title, detail, text, exact_json, organizations_json, adds)
    CROSS JOIN LATERAL (SELECT u.kind, u.id, u.ref, u.title, u.detail, u.text, u.adds,
      ARRAY(SELECT jsonb_array_elements_text(u.exact_json)) AS exact,
      ARRAY(SELECT o FROM jsonb_array_elements_text(u.organizations_json) o WHERE NOT EXISTS (
        SELECT FROM search_document gone WHERE gone.environment = ${environment} AND gone.kind = 'organization'
          AND gone.id = o AND gone.removed AND gone.as_of >= ${asOf})) AS organizations) AS r
    WHERE u.organizations_json = '[]' OR cardinality(r.organizations) > 0
    ON CONFLICT (environment, kind, id) DO UPDATE SET
      ref = excluded.ref, title = excluded.title, detail = excluded.detail,
      search_text = excluded.search_text, exact = excluded.exact, as_of = excluded.as_of, removed = false,
      organization_ids = CASE
        WHEN d.removed OR NOT (excluded.kind || ' ' || excluded.id = ANY(${rows
          .filter(({ adds }) => adds)
          .map(({ kind, id }) => `${kind} ${id}`)}::text[])) THEN excluded.organization_ids
        ELSE ARRAY(SELECT DISTINCT unnest(d.organization_ids || excluded.organization_ids)) END
    WHERE d.as_of <= excluded.as_of`;
}

/** The documents, with what a poor message leaves out taken from the rows that are there. */
async function withKept(environment: string, documents: Document[]): Promise<Document[]> {
  const poor = documents.filter(({ keeps }) => keeps?.length);
  if (poor.length === 0) return documents;
  const known = await db().searchDocument.findMany({
    where: { environment, removed: false, OR: poor.map(({ kind, id }) => ({ kind, id })) },
  });
  const rows = new Map(known.map((row) => [`${row.kind} ${row.id}`, row]));
  return documents.map((one) => {
    const row = rows.get(`${one.kind} ${one.id}`);
    if (!row || !one.keeps) return one;
    const keepsDetail = one.keeps.includes('detail');
    return {
      ...one,
      title: one.keeps.includes('title') ? row.title : one.title,
      detail: keepsDetail ? row.detail : one.detail,
      exact: one.keeps.includes('exact') ? keptExact(row, keepsDetail) : one.exact,
    };
  });
}

/** What a row is found by besides its id and, when that is another now, its detail. */
function keptExact(
  { id, detail, exact }: { id: string; detail: string; exact: string[] },
  keepsDetail: boolean,
) {
  const gone = [foldText(id), keepsDetail ? '' : foldText(detail)];
  return exact.filter((one) => !gone.includes(one));
}

/** Empties the row of something that is gone, and keeps it so that an older message cannot bring it back. */
export async function removeDocument(
  environment: string,
  kind: FindKind,
  id: string,
  asOf: Date,
): Promise<void> {
  await db().$executeRaw`
    INSERT INTO search_document AS d
      (environment, kind, id, organization_ids, title, search_text, exact, as_of, removed)
    VALUES (${environment}, ${kind}, ${id}, '{}', '', '', '{}', ${asOf}, true)
    ON CONFLICT (environment, kind, id) DO UPDATE SET ref = '', organization_ids = '{}', title = '',
      detail = '', search_text = '', exact = '{}', as_of = excluded.as_of, removed = true
    WHERE d.as_of <= excluded.as_of`;
}

/** What of a document is other than before; of the rest the row is kept. `exact` is then all that there is of it. */
export type Patch = { title?: string; detail?: string; exact?: (string | undefined)[] };

/** Changes a row that is there. What it was called or found by before is no longer found. */
export async function patchDocument(
  environment: string,
  kind: FindKind,
  id: string,
  { title, detail, exact }: Patch,
  asOf: Date,
): Promise<void> {
  const key = { environment_kind_id: { environment, kind, id } };
  const row = await db().searchDocument.findUnique({ where: key });
  if (!row || row.removed) return;
  const document: Document = {
    ...{ kind, id, ref: row.ref, organizationIds: row.organizationIds },
    title: title ?? row.title,
    detail: detail ?? row.detail,
    exact: exact ?? keptExact(row, detail === undefined),
  };
  await writeDocuments(environment, [document], asOf);
}

/**
 * An organization and what was only its own leave the index; its people lose it. No moment is asked for here: an id that is
 * deleted never comes back, and a look at it that was noted a second later saw it a second before. The people keep theirs,
 * so that an older message about another customer of theirs still counts; the empty row keeps them out of this one.
 */
export async function removeOrganization(environment: string, id: string, asOf: Date): Promise<void> {
  await db().$transaction([
    db().$executeRaw`
      INSERT INTO search_document AS d
        (environment, kind, id, organization_ids, title, search_text, exact, as_of, removed)
      VALUES (${environment}, 'organization', ${id}, '{}', '', '', '{}', ${asOf}, true)
      ON CONFLICT (environment, kind, id) DO UPDATE SET ref = '', organization_ids = '{}', title = '',
        detail = '', search_text = '', exact = '{}', as_of = greatest(d.as_of, excluded.as_of), removed = true`,
    db().$executeRaw`
      UPDATE search_document SET ref = '', organization_ids = '{}', title = '', detail = '', search_text = '',
        exact = '{}', as_of = greatest(as_of, ${asOf}), removed = true
      WHERE environment = ${environment} AND organization_ids && ARRAY[${id}]
        AND cardinality(organization_ids) = 1 AND kind <> 'user'`,
    db().$executeRaw`
      UPDATE search_document SET organization_ids = array_remove(organization_ids, ${id})
      WHERE environment = ${environment} AND organization_ids && ARRAY[${id}]`,
  ]);
}

/** A user belongs to an organization from now on. Somebody whom the index does not know is left to the walk. */
export async function joinOrganization(
  environment: string,
  userId: string,
  organizationId: string,
  asOf: Date,
): Promise<void> {
  await db().$executeRaw`
    UPDATE search_document SET as_of = ${asOf},
      organization_ids = ARRAY(SELECT DISTINCT unnest(organization_ids || ARRAY[${organizationId}]))
    WHERE environment = ${environment} AND kind = 'user' AND id = ${userId} AND NOT removed AND as_of <= ${asOf}`;
}

/** A user no longer belongs to an organization. Returns whether the index has a row of theirs that this is newer than. */
export async function leaveOrganization(
  environment: string,
  userId: string,
  organizationId: string,
  asOf: Date,
): Promise<boolean> {
  const rows = await db().$executeRaw`
    UPDATE search_document
    SET organization_ids = array_remove(organization_ids, ${organizationId}), as_of = ${asOf}
    WHERE environment = ${environment} AND kind = 'user' AND id = ${userId} AND as_of <= ${asOf}`;
  return rows > 0;
}

/** What a whole walk has not seen is gone; so are the empty rows from before it. Returns how many rows went. */
export function removeUnseen(environment: string, kinds: FindKind[], walkStartedAt: Date): Promise<number> {
  return db().$executeRaw`
    DELETE FROM search_document
    WHERE environment = ${environment} AND kind = ANY(${kinds}::text[]) AND as_of < ${walkStartedAt}`;
}
