import 'server-only';
import { z } from 'zod';
import { logger } from '@/lib/logger';
import { providerName } from '@/lib/provider-name';
import { type Document, sharedWithAll } from './document';
import { leaveOrganization, removeDocument, removeOrganization, writeDocuments } from './store';

/** An event as Scalekit sends it; `occurredAt` is when it happened, `data` its payload as it came. */
export type IndexedEvent = {
  type: string;
  organizationId: string | null;
  data: unknown;
  occurredAt: Date;
};

const text = z.string().catch('').default('');
/** Undefined: the event does not say. */
const ifSaid = z.string().nullish().catch(undefined);
const named = z.object({ id: z.string().min(1).max(100), display_name: text, external_id: ifSaid });
const person = z.object({
  ...{ id: z.string().min(1).max(100), email: text, external_id: ifSaid },
  user_profile: z.object({ name: text, given_name: text, family_name: text }).partial().nullish().catch(null),
});
const payload = z.object({
  ...{ id: text, display_name: text, external_id: text, organization_id: text, name: text },
  ...{ domain: text, provider: text, connection_type: text, identifier: text },
  organization: named.nullish().catch(null),
  user: person.nullish().catch(null),
  user_session: z.object({ organization_id: text }).nullish().catch(null),
});
type Payload = z.output<typeof payload>;

/**
 * Brings the index up to date with events, in whatever order they come: each row knows the moment that it is of.
 * Types and payloads that say nothing of what is searched by are passed over.
 * @throws Error when Postgres does not answer; the events may then be given again
 */
export async function indexEvents(environment: string, events: IndexedEvent[]): Promise<void> {
  for (const event of [...events].sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime())) {
    const parsed = payload.safeParse(event.data);
    if (!parsed.success) {
      logger.warn({ environment, type: event.type }, 'An event could not be read for the index');
      continue;
    }
    await indexEvent(environment, event, parsed.data);
  }
}

/** Types that end a thing. Any other `…deleted` is of something beside it, such as a key, or too new to be known here. */
const ends = /^(?:organization\.(?:domain|sso)|role|connected_account|user)[._]deleted$/;

async function indexEvent(environment: string, event: IndexedEvent, data: Payload): Promise<void> {
  const { type, occurredAt } = event;
  const organizationId = data.organization_id || event.organizationId || '';
  if (type === 'organization.deleted') return removeOrganization(environment, data.id, occurredAt);
  if (type === 'user.organization_membership_deleted') {
    return leave(environment, data, data.organization?.id || organizationId, occurredAt);
  }
  if (type.endsWith('deleted')) {
    const gone = ends.test(type) ? documentsOf(type, data, organizationId) : [];
    // The customer that an event about a person names is still there.
    for (const { kind, id } of gone.filter(({ kind }) => kind !== 'organization'))
      await removeDocument(environment, kind, id, occurredAt);
    return;
  }
  await writeDocuments(environment, documentsOf(type, data, organizationId), occurredAt);
}

async function leave(environment: string, data: Payload, organizationId: string, at: Date): Promise<void> {
  if (!data.user) return;
  if (await leaveOrganization(environment, data.user.id, organizationId, at)) return;
  // Somebody who is new here: without a row, an older message would let them in again.
  const people = peopleOf(data, '').filter(({ kind }) => kind === 'user');
  const alone = people.map((one) => ({ ...one, organizationIds: [] }));
  await writeDocuments(environment, alone, at);
}

function documentsOf(type: string, data: Payload, organizationId: string): Document[] {
  const { id } = data;
  if (type.startsWith('user.')) return peopleOf(data, organizationId);
  if (type.startsWith('organization.domain_')) {
    const { domain } = data;
    return id
      ? [{ kind: 'domain', id, organizationIds: [organizationId], title: domain, exact: [domain] }]
      : [];
  }
  if (type.startsWith('organization.sso_')) return id ? [connectionOf(data, organizationId)] : [];
  if (/^organization\.directory_(en|dis)abled$/.test(type)) {
    const title = `${providerName(data.provider) || 'Directory'} directory`;
    return id ? [{ kind: 'directory', id, organizationIds: [organizationId], title, keeps: everything }] : [];
  }
  // All of it but the slug.
  if (/^organization\.(created|updated)$/.test(type)) return id ? [organizationOf(data)] : [];
  if (type.startsWith('role.') && data.name) return [roleOf(data, organizationId)];
  if (type.startsWith('connected_account.') && id) {
    const { identifier } = data;
    const owned = { organizationIds: organizationId ? [organizationId] : [], addsOrganizations: true };
    const words = { title: identifier, detail: providerName(data.provider), exact: [identifier] };
    return [{ kind: 'connected_account', id, ...owned, ...words }];
  }
  return [];
}

function peopleOf(
  { user, organization, user_session: session }: Payload,
  organizationId: string,
): Document[] {
  const of = organization?.id || session?.organization_id || organizationId;
  const documents = organization?.display_name ? [organizationOf(organization)] : [];
  if (!user) return documents;
  const { id, email, external_id: externalId, user_profile: profile } = user;
  const { name, given_name: given, family_name: family } = profile ?? {};
  const called = name || [given, family].filter(Boolean).join(' ') || email;
  return [
    ...documents,
    {
      ...{ kind: 'user', id, title: called, detail: email, exact: [externalId] },
      ...{ organizationIds: of ? [of] : [], addsOrganizations: true },
      keeps: [
        ...(profile ? [] : ['title' as const]),
        ...(externalId === undefined ? ['exact' as const] : []),
      ],
    },
  ];
}

/** The payloads of connections and directories have no name: what the index has already is more. */
const everything: Document['keeps'] = ['title', 'detail', 'exact'];

/** No event carries a slug, and those about people may leave the external id out. */
function organizationOf({ id, display_name, external_id }: z.output<typeof named>): Document {
  const keeps: Document['keeps'] = external_id === undefined ? ['detail', 'exact'] : ['exact'];
  const words = { title: display_name, detail: external_id };
  return { kind: 'organization', id, organizationIds: [id], ...words, keeps };
}

function connectionOf({ id, provider, connection_type }: Payload, organizationId: string): Document {
  const title = [providerName(provider), connection_type].filter(Boolean).join(' ') || 'Connection';
  return { kind: 'connection', id, organizationIds: [organizationId], title, keeps: everything };
}

function roleOf({ name, display_name }: Payload, organizationId: string): Document {
  const names = { ref: name, title: display_name || name };
  return organizationId
    ? { kind: 'role', id: `${organizationId}/${name}`, organizationIds: [organizationId], ...names }
    : { kind: 'environment_role', id: name, organizationIds: sharedWithAll, ...names };
}
