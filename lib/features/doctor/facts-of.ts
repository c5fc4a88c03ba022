import 'server-only';
import { z } from 'zod';
import { mayReach, type Principal } from '@/lib/auth/principal';
import { providerName } from '@/lib/provider-name';
import { commonsPb, connectionsPb, domainsPb, eventsPb, type usersPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import { readX509 } from '@/lib/x509';
import type { ConnectionFact, DomainFact, Evidence, InterceptorDecision, MembershipFact } from './evidence';

const { ConnectionProvider, ConnectionStatus, ConnectionType, NameIdFormat } = connectionsPb;

type Common = Pick<
  connectionsPb.Connection,
  'id' | 'provider' | 'providerKey' | 'type' | 'status' | 'enabled'
>;

function common({ id, provider, providerKey, type, status, enabled }: Common) {
  const kind = ConnectionType[type] ?? 'Other';
  const name = `${providerName(providerKey || (ConnectionProvider[provider] ?? ''))} (${kind})`;
  return { id, name, type: kind, enabled, isComplete: status === ConnectionStatus.COMPLETED };
}

/** A connection as lists tell it. */
export function listedConnection(one: connectionsPb.ListConnection): ConnectionFact {
  return { ...common(one), domains: one.domains, updatedAt: null, detail: null };
}

/** A connection with what its settings say; nothing secret is in it. */
export function wholeConnection(one: connectionsPb.Connection): ConnectionFact {
  const { settings } = one;
  const saml = settings.case === 'samlConfig' ? settings.value : null;
  const oidc = settings.case === 'oidcConfig' ? settings.value : null;
  return {
    ...common(one),
    domains: one.domains.map(({ domain, id }) => domain || id),
    updatedAt: toIso(one.updateTime),
    detail: {
      certificates: saml?.idpCertificates.map(toCertificate) ?? [],
      letsNewcomersIn: (saml ?? oidc)?.jitProvisioningWithSsoEnabled ?? null,
      nameIdFormat: saml ? (NameIdFormat[saml.idpNameIdFormat] ?? null) : null,
      mapping: Object.entries(one.attributeMapping).map(([key, value]) => ({ key, value })),
    },
  };
}

function toCertificate(stored: connectionsPb.IDPCertificate) {
  const read = readX509(stored.certificate);
  return {
    subject: read?.subject ?? '',
    validFrom: read?.validFrom ?? null,
    expiresAt: read?.expiresAt ?? toIso(stored.expiryTime),
  };
}

export function toDomainFact({ domain, domainType, verificationStatus }: domainsPb.Domain): DomainFact {
  const { VerificationStatus, DomainType } = domainsPb;
  return {
    name: domain.toLowerCase(),
    isVerified: [VerificationStatus.VERIFIED, VerificationStatus.AUTO_VERIFIED].includes(verificationStatus),
    isForSignIn: domainType !== DomainType.ALLOWED_EMAIL_DOMAIN,
  };
}

const statuses: Partial<Record<commonsPb.MembershipStatus, MembershipFact['status']>> = {
  [commonsPb.MembershipStatus.ACTIVE]: 'active',
  [commonsPb.MembershipStatus.INACTIVE]: 'inactive',
  [commonsPb.MembershipStatus.PENDING_INVITE]: 'pending_invite',
  [commonsPb.MembershipStatus.INVITE_EXPIRED]: 'invite_expired',
};

export const membershipStatus = (one: usersPb.User['memberships'][number]): MembershipFact['status'] =>
  statuses[one.membershipStatus] ?? 'other';

// What of Scalekit's own permissions lets a person mend the connection, or make others administrators.
const administering = ['connections_write', 'organizations_users_role_update'];

/** By the built-in role, or by a role of any name with such a permission. Inherited ones are among them. */
export const administers = ({ roles, permissions }: usersPb.User['memberships'][number]): boolean =>
  roles.some(({ name }) => name === 'admin') || permissions.some((name) => administering.includes(name));

/** The user of an address, with the memberships that this person may see; null when none is theirs to know. */
export function userFact(users: usersPb.User[], email: string, principal: Principal): Evidence['user'] {
  const user = users.find((one) => one.email.toLowerCase() === email);
  if (!user) return null;
  const memberships = user.memberships.filter(({ organizationId }) => mayReach(principal, organizationId));
  if (principal.customers !== 'all' && memberships.length === 0) return null;
  return {
    id: user.id,
    email: user.email,
    lastLoginAt: toIso(user.lastLoginTime),
    memberships: memberships.map((one) => ({
      organizationId: one.organizationId,
      organizationName: one.displayName || one.name || null,
      status: membershipStatus(one),
      roles: one.roles.map(({ name }) => name),
      administers: administers(one),
    })),
  };
}

// The type and the fields of such an event are not published: what looks like a decision is taken, and nothing else of it.
const interceptorData = z.object({
  decision: z.string().optional().catch(undefined),
  interceptor_decision: z.string().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  interceptor_name: z.string().optional().catch(undefined),
  interceptor_id: z.string().optional().catch(undefined),
});

/** What interceptors decided, out of a sign-in's events. */
export function interceptorDecisions(events: eventsPb.ScalekitEvent[]): InterceptorDecision[] {
  return events.flatMap(({ object, type, data, occurredAt }) => {
    if (object !== eventsPb.ObjectType.InterceptorEvent && !type.includes('interceptor')) return [];
    const read = interceptorData.safeParse(data ?? {}).data;
    const decision = read?.decision ?? read?.interceptor_decision;
    const name = read?.interceptor_name ?? read?.name ?? read?.interceptor_id ?? 'An interceptor';
    return [{ at: toIso(occurredAt), name: name.slice(0, 100), decision: decision?.slice(0, 40) || null }];
  });
}
