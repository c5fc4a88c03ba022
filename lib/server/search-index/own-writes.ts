import 'server-only';
import { z } from 'zod';
import type { Permission } from '@/lib/auth/permissions';
import type { FindKind } from '@/lib/find-kinds';
import { logger } from '@/lib/logger';
import { providerName } from '@/lib/provider-name';
import { connectionDomains, type Document, sharedWithAll } from './document';
import {
  joinOrganization,
  leaveOrganization,
  type Patch,
  patchDocument,
  removeDocument,
  removeOrganization,
  writeDocuments,
} from './store';

type Change =
  | { write: Document }
  | { patch: { kind: FindKind; id: string } & Patch }
  | { remove: { kind: FindKind; id: string } }
  | { removeOrganization: string }
  | { join: Membership }
  | { leave: Membership };
type Membership = { userId: string; organizationId: string };

const text = z.string().optional().catch(undefined);
/** What forms and answers call things. A secret is in none of these. */
const fields = z.object({
  ...{ organizationId: text, userId: text, connectionId: text, directoryId: text, domainId: text },
  ...{ clientId: text, tokenId: text, accountId: text, linkId: text, identifier: text },
  ...{ displayName: text, name: text, description: text, externalId: text, email: text, domain: text },
  ...{ keyId: text, recipientEmail: text, note: text, givenName: text, familyName: text },
  ...{ type: text, provider: text, providerKey: text, slug: text },
  domains: z.array(z.string()).optional().catch(undefined),
  // A new key, of which no more is looked at than its last four characters.
  value: z
    .string()
    .transform((value) => value.slice(-4))
    .optional()
    .catch(undefined),
});
type Fields = z.output<typeof fields>;

/** What was done: the form's fields and over them those of the answer. */
type Told = Fields & { of: string };

const without = (kind: FindKind, id: string | undefined): Change[] => (id ? [{ remove: { kind, id } }] : []);
const change = (kind: FindKind, id: string | undefined, patch: Patch): Change[] =>
  id ? [{ patch: { kind, id, ...patch } }] : [];
const create = (kind: FindKind, id: string | undefined, rest: Omit<Document, 'kind' | 'id'>): Change[] =>
  id ? [{ write: { kind, id, ...rest } }] : [];

/** Which act changes what in the index: the one place to look, so that features need not know of the index. */
const rules: Partial<Record<Permission, (told: Told) => Change[]>> = {
  'organization.create': ({ of, displayName, externalId }) =>
    create('organization', of, { organizationIds: [of], title: displayName ?? of, detail: externalId }),
  'organization.update': ({ of, displayName, externalId, slug }) =>
    change('organization', of, {
      title: displayName,
      detail: externalId,
      exact: slug === undefined ? undefined : [slug],
    }),
  'organization.delete': ({ of }) => [{ removeOrganization: of }],
  'member.invite': ({ of, userId, email, ...told }) =>
    create('user', userId, {
      ...{ organizationIds: [of], addsOrganizations: true, detail: email, exact: [told.externalId] },
      title: told.name || [told.givenName, told.familyName].filter(Boolean).join(' ') || (email ?? ''),
      // Somebody with a user record joins with it: the form's name and id are for somebody new.
      keeps: ['title', 'exact'],
    }),
  'member.add': ({ of, userId }) => (userId ? [{ join: { userId, organizationId: of } }] : []),
  // The wrong address is its user's, who stays without this customer; the right one is then invited like anybody.
  'member.correct_address': ({ of, userId }) => (userId ? [{ leave: { userId, organizationId: of } }] : []),
  'member.remove': ({ of, userId }) => (userId ? [{ leave: { userId, organizationId: of } }] : []),
  'user.update': ({ userId, externalId, ...told }) =>
    change('user', userId, {
      title: told.name || [told.givenName, told.familyName].filter(Boolean).join(' ') || undefined,
      exact: externalId === undefined ? undefined : [externalId],
    }),
  'user.delete': ({ userId }) => without('user', userId),
  'domain.add': ({ of, domainId, domain = '' }) =>
    create('domain', domainId, { organizationIds: [of], title: domain, exact: [domain] }),
  'domain.move_in': ({ of, domainId, domain = '' }) =>
    create('domain', domainId, { organizationIds: [of], title: domain, exact: [domain] }),
  'domain.move_out': ({ domainId }) => without('domain', domainId),
  'domain.delete': ({ domainId }) => without('domain', domainId),
  'connection.create': ({ of, connectionId, type = '', provider, providerKey, keyId }) =>
    create('connection', connectionId, {
      ...{ organizationIds: [of], exact: [keyId] },
      title:
        `${providerName(provider === 'OTHER' || !provider ? (providerKey ?? '') : provider)} ${type}`.trim(),
    }),
  'connection.assign_domains': ({ connectionId, domains }) =>
    change('connection', connectionId, { detail: domains && connectionDomains(domains) }),
  'connection.delete': ({ connectionId }) => without('connection', connectionId),
  'directory.create': ({ of, directoryId, name }) =>
    create('directory', directoryId, { organizationIds: [of], title: name || 'Directory' }),
  'directory.update': ({ directoryId, name }) => change('directory', directoryId, { title: name }),
  'directory.delete': ({ directoryId }) => without('directory', directoryId),
  'organization_role.create': ({ of, name = '', displayName }) =>
    create('role', `${of}/${name}`, { organizationIds: [of], ref: name, title: displayName || name }),
  'organization_role.update': ({ of, name, displayName }) =>
    change('role', `${of}/${name}`, { title: displayName }),
  'organization_role.delete': ({ of, name }) => without('role', `${of}/${name}`),
  'role.create': ({ name, displayName }) =>
    create('environment_role', name, {
      ...{ organizationIds: sharedWithAll, ref: name, title: displayName || (name ?? '') },
    }),
  'role.update': ({ name, displayName }) => change('environment_role', name, { title: displayName }),
  'role.delete': ({ name }) => without('environment_role', name),
  'api_key.create': ({ of, tokenId, description, value: lastFour = '' }) =>
    create('api_key', tokenId, {
      ...{ organizationIds: [of], title: description || `Key …${lastFour}` },
      ...{ detail: `…${lastFour}`, exact: [lastFour] },
    }),
  'api_key.update': ({ tokenId, description }) =>
    change('api_key', tokenId, { title: description || undefined }),
  'api_key.revoke': ({ tokenId }) => without('api_key', tokenId),
  'api_client.create': ({ of, clientId, name }) =>
    create('api_client', clientId, { organizationIds: [of], title: name ?? '' }),
  'api_client.update': ({ clientId, name }) => change('api_client', clientId, { title: name }),
  'api_client.delete': ({ clientId }) => without('api_client', clientId),
  'client.create': ({ clientId, name }) =>
    create('client', clientId, { organizationIds: sharedWithAll, title: name ?? '' }),
  'client.update': ({ clientId, name }) => change('client', clientId, { title: name }),
  'client.delete': ({ clientId }) => without('client', clientId),
  'app_connection.create': ({ connectionId, keyId, providerKey }) =>
    create('app_connection', connectionId, {
      ...{ organizationIds: sharedWithAll, title: keyId || providerKey || 'App connection', exact: [keyId] },
    }),
  'app_connection.update': ({ connectionId, keyId }) =>
    change('app_connection', connectionId, keyId ? { title: keyId, exact: [keyId] } : {}),
  'app_connection.delete': ({ connectionId }) => without('app_connection', connectionId),
  'provider.create': ({ identifier, displayName, name }) =>
    create('provider', identifier, {
      ...{ organizationIds: sharedWithAll, ref: identifier },
      title: displayName || name || (identifier ?? ''),
    }),
  'provider.update': ({ identifier, displayName }) => change('provider', identifier, { title: displayName }),
  'provider.delete': ({ identifier }) => without('provider', identifier),
  'connected_account.create': ({ of, accountId, identifier }) =>
    create('connected_account', accountId, {
      ...{ organizationIds: of ? [of] : [], title: identifier ?? '', exact: [identifier] },
      // It may have been there.
      keeps: ['detail'],
    }),
  'connected_account.delete': ({ accountId }) => without('connected_account', accountId),
  'portal_link.create': ({ of, linkId, note, recipientEmail }) =>
    create('portal_link', linkId, {
      ...{ organizationIds: [of], detail: recipientEmail },
      title: note || `Portal link for ${recipientEmail ?? 'nobody by name'}`,
    }),
  'portal_link.revoke': ({ linkId }) => without('portal_link', linkId),
};

/** The acts that change what is searched by. */
export const indexedActs: readonly string[] = Object.keys(rules);

export type OwnWrite = {
  environment: string;
  /** What was done; an act of the customer's own has a name that staff do not have. */
  permission: string;
  organizationId: string | undefined;
  input: unknown;
  data: unknown;
};

/** Tells the index of an act that succeeded. Never throws: the act has happened, and the walk finds what is missed. */
export async function indexOwnWrite(write: OwnWrite): Promise<void> {
  const { environment, permission, organizationId } = write;
  const rule = Object.hasOwn(rules, permission) ? rules[permission as Permission] : undefined;
  if (!rule) return;
  try {
    const input = fields.safeParse(write.input);
    const data = fields.safeParse(write.data);
    const told = { ...input.data, ...withoutGaps(data.data ?? {}) };
    const of = organizationId ?? told.organizationId ?? '';
    for (const one of rule({ ...told, of })) await apply(environment, one, new Date());
  } catch (err) {
    logger.error({ err, environment, permission }, 'The index missed a write of ours');
  }
}

function withoutGaps(told: Fields): Fields {
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}

async function apply(environment: string, one: Change, at: Date): Promise<void> {
  if ('write' in one) return writeDocuments(environment, [one.write], at);
  if ('patch' in one) return patchDocument(environment, one.patch.kind, one.patch.id, one.patch, at);
  if ('remove' in one) return removeDocument(environment, one.remove.kind, one.remove.id, at);
  if ('join' in one) return joinOrganization(environment, one.join.userId, one.join.organizationId, at);
  if ('leave' in one) {
    await leaveOrganization(environment, one.leave.userId, one.leave.organizationId, at);
    return;
  }
  return removeOrganization(environment, one.removeOrganization, at);
}
