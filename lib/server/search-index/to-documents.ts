import 'server-only';
import { providerName } from '@/lib/provider-name';
import type { Provider } from '@/lib/scalekit/rest/provider-schema';
import type {
  clientsPb,
  connectedAccountsPb,
  connectionsPb,
  directoriesPb,
  domainsPb,
  organizationsPb,
  rolesPb,
  tokensPb,
  usersPb,
} from '@/lib/scalekit/services';
import { connectionsPb as connections } from '@/lib/scalekit/services';
import { connectionDomains, type Document, sharedWithAll } from './document';

// Each takes from Scalekit's message what people search by, and nothing else.

export function organizationDocument(one: organizationsPb.Organization): Document {
  const { id, displayName, externalId, slug } = one;
  const exact = [slug];
  return { kind: 'organization', id, organizationIds: [id], title: displayName, detail: externalId, exact };
}

export function userDocument(one: usersPb.User): Document {
  const { id, email, externalId, userProfile: profile } = one;
  const name = profile?.name || [profile?.givenName, profile?.familyName].filter(Boolean).join(' ');
  return {
    ...{ kind: 'user', id, title: name || email, detail: email, exact: [externalId] },
    organizationIds: one.memberships.map(({ organizationId }) => organizationId),
  };
}

export function domainDocument(one: domainsPb.Domain): Document {
  const { id, domain, organizationId } = one;
  return { kind: 'domain', id, organizationIds: [organizationId], title: domain, exact: [domain] };
}

/** One of an organization; the environment's own are app connections. */
export function connectionDocument(one: connectionsPb.ListConnection): Document {
  const { id, organizationId, keyId, domains } = one;
  const { ConnectionProvider, ConnectionType } = connections;
  const key = one.providerKey || (ConnectionProvider[one.provider] ?? '');
  const type = ConnectionType[one.type] ?? '';
  const title = [providerName(key), type].filter(Boolean).join(' ');
  if (!organizationId) {
    const names = { title: keyId || title, detail: providerName(key), exact: [keyId] };
    return { kind: 'app_connection', id, organizationIds: sharedWithAll, ...names };
  }
  const detail = connectionDomains(domains);
  return { kind: 'connection', id, organizationIds: [organizationId], title, detail, exact: [keyId] };
}

export function directoryDocument(one: directoriesPb.Directory): Document {
  const { id, name, organizationId, email } = one;
  return {
    kind: 'directory',
    id,
    organizationIds: [organizationId],
    title: name || 'Directory',
    exact: [email],
  };
}

/** A role of the environment; of an organization where one is named. */
export function roleDocument({ name, displayName }: rolesPb.Role, organizationId: string | null): Document {
  const names = { ref: name, title: displayName || name };
  return organizationId
    ? { kind: 'role', id: `${organizationId}/${name}`, organizationIds: [organizationId], ...names }
    : { kind: 'environment_role', id: name, organizationIds: sharedWithAll, ...names };
}

/** A key by its id, its description and its last four characters. Its value is nowhere. */
export function apiKeyDocument(one: tokensPb.Token): Document {
  const { tokenId, organizationId, tokenSuffix, description, email } = one;
  return {
    ...{ kind: 'api_key', id: tokenId, organizationIds: [organizationId] },
    title: description || `Key …${tokenSuffix}`,
    detail: `…${tokenSuffix}`,
    exact: [tokenSuffix, email],
  };
}

export function apiClientDocument({ clientId, name, organizationId }: clientsPb.M2MClient): Document {
  return { kind: 'api_client', id: clientId, organizationIds: [organizationId], title: name || clientId };
}

export function clientDocument({ id, keyId, name }: clientsPb.Client): Document {
  return { kind: 'client', id, organizationIds: sharedWithAll, title: name || id, exact: [keyId] };
}

export function providerDocument({ identifier, id, display_name: title }: Provider): Document {
  return {
    kind: 'provider',
    id: identifier,
    ref: identifier,
    organizationIds: sharedWithAll,
    title,
    exact: [id],
  };
}

/** The list does not say whose an account is: the customer's own list does. */
export function accountDocument(
  one: Pick<connectedAccountsPb.ConnectedAccountForList, 'id' | 'identifier' | 'connector' | 'provider'>,
  organizationId: string | null,
): Document {
  return {
    ...{ kind: 'connected_account', id: one.id, title: one.identifier, exact: [one.identifier] },
    detail: providerName(one.provider) || one.connector,
    organizationIds: organizationId ? [organizationId] : [],
    addsOrganizations: true,
  };
}

type Link = {
  id: string;
  organizationId: string;
  note: string | null;
  recipientEmail: string | null;
  lastScalekitLinkId: string | null;
};

/** A durable portal link, which is Keydesk's own. Its token is nowhere. */
export function portalLinkDocument(link: Link): Document {
  const { id, organizationId, note, recipientEmail, lastScalekitLinkId } = link;
  return {
    ...{ kind: 'portal_link', id, organizationIds: [organizationId] },
    title: note || `Portal link for ${recipientEmail ?? 'nobody by name'}`,
    detail: recipientEmail,
    exact: [lastScalekitLinkId],
  };
}
