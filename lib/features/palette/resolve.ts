import 'server-only';
import { createHash } from 'node:crypto';
import { mayReach, type Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import type { Hit } from '@/lib/find-kinds';
import { readPaste } from '@/lib/paste';
import type { QueryContext } from '@/lib/server/define-query';
import type { Document } from '@/lib/server/search-index/document';
import { writeDocuments } from '@/lib/server/search-index/store';
import { portalLinkDocument } from '@/lib/server/search-index/to-documents';
import { askScalekit } from './ask-scalekit';
import { findInIndex } from './find-in-index';
import { type Asked, hitsAtMost, type PaletteInput } from './schema';
import { visibleKinds } from './visible-kinds';

type Context = Pick<QueryContext, 'environment' | 'principal' | 'scalekit'>;

/** The most ids of one address that are looked up. */
const idsAtMost = 4;

/** What the index knows of a text. A secret is not looked up there: no statement may hold it. */
export async function findText(
  { text, as }: PaletteInput,
  { environment, principal }: Context,
): Promise<Hit[]> {
  const paste = readPaste(text, as);
  if (paste.form === 'secret') return [];
  if (paste.form !== 'url') return findInIndex(environment, paste.value, principal);
  if (paste.portalToken) return findPortalLink(paste.portalToken, environment, principal);
  if (paste.ids.length === 0) return findInIndex(environment, paste.host, principal);
  const found = await Promise.all(
    paste.ids.slice(0, idsAtMost).map((id) => findInIndex(environment, id, principal)),
  );
  const hits = found.flat().filter(({ isExact }) => isExact);
  return [...new Map(hits.map((hit) => [`${hit.kind} ${hit.id}`, hit])).values()];
}

/** What Scalekit knows of a text; the index learns it too, so that the next one finds it there. */
export async function askForText(
  { text, as }: PaletteInput,
  { environment, principal, scalekit }: Context,
): Promise<Asked> {
  const paste = readPaste(text, as);
  if (paste.form === 'url' && paste.portalToken) return { hits: [], asked: null, reason: ownLink };
  const askedAt = new Date();
  const { asked, reason = null, documents } = await askScalekit(scalekit, paste);
  const kinds = visibleKinds(principal);
  const visible = documents
    .filter(({ kind }) => kinds.includes(kind))
    .filter((one) => isTheirs(one, principal))
    .slice(0, hitsAtMost);
  // A customer that a connection names says its name alone: what the index has of it is more.
  const whole = visible.filter(({ kind, detail }) => kind !== 'organization' || detail !== undefined);
  await writeDocuments(environment, whole, askedAt);
  return { hits: await toHits(visible, environment, principal), asked, reason };
}

const ownLink = 'It is a portal link of Keydesk’s own, and none that is known here.';

/** A durable link by the hash of its token, which is all that is kept of it. */
async function findPortalLink(token: string, environment: string, principal: Principal): Promise<Hit[]> {
  const tokenHash = createHash('sha256').update(token).digest('hex');
  const link = await db().portalLink.findUnique({ where: { tokenHash } });
  if (!link || link.environment !== environment || !mayReach(principal, link.organizationId)) return [];
  return visibleKinds(principal).includes('portal_link')
    ? toHits([portalLinkDocument(link)], environment, principal)
    : [];
}

function isTheirs({ organizationIds }: Document, principal: Principal): boolean {
  if (principal.customers === 'all') return true;
  return organizationIds.some((id) => id === '*' || mayReach(principal, id));
}

async function toHits(documents: Document[], environment: string, principal: Principal): Promise<Hit[]> {
  const ownerOf = ({ organizationIds }: Document) =>
    organizationIds.find((id) => id !== '*' && mayReach(principal, id)) ?? null;
  const owners = [...new Set(documents.map(ownerOf).filter((id) => id !== null))];
  const named = await db().searchDocument.findMany({
    where: { environment, kind: 'organization', id: { in: owners }, removed: false },
    select: { id: true, title: true },
  });
  const names = new Map(named.map(({ id, title }) => [id, title]));
  return documents.map((one) => {
    const { kind, id, ref = '', title, detail } = one;
    const organizationId = ownerOf(one);
    const organizationName = (organizationId && names.get(organizationId)) || null;
    return {
      ...{ environment, kind, id, ref, organizationId, organizationName, title },
      ...{ detail: detail ?? '', isExact: true },
    };
  });
}
