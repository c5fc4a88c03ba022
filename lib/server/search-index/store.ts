import 'server-only';
import { db } from '@/lib/db';
import type { FindKind } from '@/lib/find-kinds';
import { foldText } from '@/lib/fold-text';
import { type Document, exactOf, searchTextOf } from './document';

/**
 * Writes documents as they were at `asOf`, in one statement. What is newer, a deletion too, stays.
 * @throws Error when Postgres does not answer
 */
export async function writeDocuments(environment: string, documents: Document[], asOf: Date): Promise<void> {
  if (documents.length === 0) return;
  // One statement must not touch a row twice.
  const unique = [...new Map(documents.map((one) => [`${one.kind} ${one.id}`, one])).values()];
  const rows = unique.map((one) => {
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
      ARRAY(SELECT jsonb_array_elements_text(u.organizations_json)) AS organizations) AS r
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

/** What of a document is other than before; of the rest the row is kept. */
export type Patch = { title?: string; detail?: string; exact?: string[] };

/** Changes a row that is there. What `detail` was is no longer found. */
export async function patchDocument(
  environment: string,
  kind: FindKind,
  id: string,
  { title, detail, exact = [] }: Patch,
  asOf: Date,
): Promise<void> {
  const key = { environment_kind_id: { environment, kind, id } };
  const row = await db().searchDocument.findUnique({ where: key });
  if (!row || row.removed) return;
  const gone = [foldText(id), detail === undefined ? '' : foldText(row.detail)];
  const kept = row.exact.filter((one) => !gone.includes(one));
  const document: Document = {
    ...{ kind, id, ref: row.ref, organizationIds: row.organizationIds },
    title: title ?? row.title,
    detail: detail ?? row.detail,
    exact: [...kept, ...exact],
  };
  await writeDocuments(environment, [document], asOf);
}

/** An organization and what was only its own leave the index; its people lose it. */
export async function removeOrganization(environment: string, id: string, asOf: Date): Promise<void> {
  await removeDocument(environment, 'organization', id, asOf);
  await db().$executeRaw`
    DELETE FROM search_document
    WHERE environment = ${environment} AND organization_ids = ARRAY[${id}] AND as_of <= ${asOf}
      AND kind <> 'user'`;
  await db().$executeRaw`
    UPDATE search_document SET organization_ids = array_remove(organization_ids, ${id})
    WHERE environment = ${environment} AND organization_ids && ARRAY[${id}] AND as_of <= ${asOf}`;
}

/** A user no longer belongs to an organization. */
export async function leaveOrganization(
  environment: string,
  userId: string,
  organizationId: string,
  asOf: Date,
): Promise<void> {
  await db().$executeRaw`
    UPDATE search_document
    SET organization_ids = array_remove(organization_ids, ${organizationId}), as_of = ${asOf}
    WHERE environment = ${environment} AND kind = 'user' AND id = ${userId} AND as_of <= ${asOf}`;
}

/** What a whole walk has not seen is gone; so are the empty rows from before it. Returns how many rows went. */
export function removeUnseen(environment: string, kinds: FindKind[], walkStartedAt: Date): Promise<number> {
  return db().$executeRaw`
    DELETE FROM search_document
    WHERE environment = ${environment} AND kind = ANY(${kinds}::text[]) AND as_of < ${walkStartedAt}`;
}
