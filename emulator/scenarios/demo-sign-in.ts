import type { JsonObject } from '@bufbuild/protobuf';
import { announceConnection } from '../connections/announce';
import { readCertificate } from '../connections/certificate';
import type { CertificateRow, ConnectionRow } from '../connections/rows';
import { makeCertificate } from '../connections/self-signed-certificate';
import { announceDomain } from '../domains/announce';
import { txtRecord, verificationMs } from '../domains/create-domain';
import type { DomainRow, DomainType } from '../domains/rows';
import { hashSecret } from '../hash-secret';
import type { OrganizationRow } from '../organizations/rows';
import type { DemoContext } from './demo';
import type { Company } from './demo-companies.data';
import { providerHosts, type SignInStory, signInStories, usualSignIns } from './demo-sign-in.data';
import type { Random } from './random';

const dayMs = 86_400_000;

/** A customer's domain and the connection that its people sign in through. Small customers have neither. */
export function seedSignIn(context: DemoContext, organization: OrganizationRow, company: Company): void {
  const { random } = context;
  const usual = company.plan === 'starter' ? undefined : random.pick(usualSignIns);
  const story = signInStories[company.label.replace(/-sandbox$/, '')] ?? usual;
  if (!story) return;
  const at = Math.min(organization.createdAt + 3 * dayMs, context.daysAgo(1));
  const domain = seedDomain(context, organization, company, story, at);
  seedConnection(context, organization, company, story, domain, at);
  if (random.chance(0.15) && story.state !== 'half') seedAllowedDomain(context, organization, company, at);
}

const proofs = {
  admin: { method: 'ADMIN', status: 'AUTO_VERIFIED' },
  verified: { method: 'DNS', status: 'VERIFIED' },
  pending: { method: 'DNS', status: 'PENDING' },
  failed: { method: 'DNS', status: 'FAILED' },
} as const;

function seedDomain(
  context: DemoContext,
  organization: OrganizationRow,
  company: Company,
  { domain }: SignInStory,
  at: number,
): DomainRow {
  const { environment } = context;
  // One that is still pending was added this morning.
  const createdAt = domain === 'pending' ? environment.clock.now() - dayMs / 4 : at;
  const settledAt = createdAt + (domain === 'failed' ? verificationMs : dayMs / 8);
  const isSettled = domain === 'verified' || domain === 'failed';
  const row = putDomain(context, organization, `${company.label}.example`, {
    createdAt,
    updatedAt: isSettled ? settledAt : createdAt,
    type: 'ORGANIZATION_DOMAIN',
    txtPublished: domain === 'verified',
    verifyBy: proofs[domain].method === 'DNS' ? createdAt + verificationMs : undefined,
    ...proofs[domain],
  });
  announceDomain(environment, 'organization.domain_created', row, createdAt);
  if (isSettled) {
    const outcome = domain === 'verified' ? 'success' : 'failed';
    announceDomain(environment, `organization.domain_dns_verification_${outcome}`, row, settledAt);
  }
  return row;
}

function seedAllowedDomain(
  context: DemoContext,
  organization: OrganizationRow,
  company: Company,
  at: number,
): void {
  const type: DomainType = 'ALLOWED_EMAIL_DOMAIN';
  putDomain(context, organization, `mail.${company.label}.example`, {
    ...{ createdAt: at, updatedAt: at, type, txtPublished: false },
    ...{ method: 'NOT_APPLICABLE', status: 'AUTO_VERIFIED' },
  });
}

type DomainFields = Omit<DomainRow, 'id' | 'organizationId' | 'name' | 'txtKey' | 'txtSecret'>;

function putDomain(
  { environment, newId, random }: DemoContext,
  organization: OrganizationRow,
  name: string,
  fields: DomainFields,
): DomainRow {
  const record = txtRecord(organization, uuid(random));
  const ids = { id: newId('dom'), organizationId: organization.id };
  return environment.store.domains.put({ ...ids, name, ...record, ...fields });
}

function uuid(random: Random): string {
  const digits = hashSecret(random.text(16));
  return digits.replace(/^(.{8})(.{4}).(.{3})(.{4})(.{12}).*$/, '$1-$2-4$3-$4-$5');
}

function seedConnection(
  context: DemoContext,
  organization: OrganizationRow,
  company: Company,
  story: SignInStory,
  domain: DomainRow,
  at: number,
): void {
  const { environment, newId, random } = context;
  const { provider, type, state } = story;
  const row: ConnectionRow = {
    id: newId('conn'),
    createdAt: at,
    updatedAt: state === 'half' ? environment.clock.now() - dayMs / 5 : at + dayMs / 12,
    kind: 'organization',
    organizationId: organization.id,
    provider,
    providerKey: provider,
    type,
    keyId: `${provider.toLowerCase()}-${random.text(8).toLowerCase()}`,
    status: state === 'half' ? 'IN_PROGRESS' : 'COMPLETED',
    enabled: state === 'on',
    debugEnabled: false,
    uiButtonTitle: '',
    configurationType: type === 'OIDC' ? 'DISCOVERY' : 'MANUAL',
    attributeMapping: {},
    settings: type === 'OIDC' ? oidcSettings(context, company, story) : samlSettings(context, company, story),
    certificates: certificatesOf(context, company, story, at),
    domainIds: [domain.id],
  };
  announceConnection(
    environment,
    'organization.sso_created',
    { ...row, enabled: false, status: 'DRAFT' },
    at,
  );
  environment.store.connections.put(row);
  if (state === 'on') announceConnection(environment, 'organization.sso_enabled', row, row.updatedAt);
  if (state === 'off') {
    const disabledAt = Math.max(row.updatedAt, context.daysAgo(6));
    environment.store.connections.put({ ...row, updatedAt: disabledAt });
    announceConnection(environment, 'organization.sso_disabled', row, disabledAt);
  }
}

function providerUrl({ provider }: SignInStory, company: Company): string {
  return `https://${(providerHosts[provider] ?? '%.example').replace('%', company.label)}`;
}

function oidcSettings({ random }: DemoContext, company: Company, story: SignInStory): JsonObject {
  const issuer = providerUrl(story, company);
  return {
    issuer,
    discoveryEndpoint: `${issuer}/.well-known/openid-configuration`,
    authorizeUri: `${issuer}/oauth2/v1/authorize`,
    tokenUri: `${issuer}/oauth2/v1/token`,
    userInfoUri: `${issuer}/oauth2/v1/userinfo`,
    jwksUri: `${issuer}/oauth2/v1/keys`,
    clientId: `0oa${random.text(17).toLowerCase()}`,
    clientSecret: random.text(40),
    scopes: ['openid', 'profile', 'email'],
    tokenAuthType: 'BASIC_AUTH',
    pkceEnabled: true,
    syncUserProfileOnLogin: true,
  };
}

function samlSettings({ random }: DemoContext, company: Company, story: SignInStory): JsonObject {
  const url = providerUrl(story, company);
  const application = `exk${random.text(17).toLowerCase()}`;
  // Half configured: the address came, the certificate did not.
  return {
    idpEntityId: `${url}/${application}`,
    idpSsoUrl: `${url}/app/${application}/sso/saml`,
    idpNameIdFormat: 'EMAIL',
    idpSsoRequestBinding: 'HTTP_POST',
    samlSigningOption: 'SAML_RESPONSE_OR_ASSERTION_SIGNING',
    wantRequestSigned: false,
    syncUserProfileOnLogin: true,
    jitProvisioningWithSsoEnabled: company.features.length === 1,
  };
}

function certificatesOf(
  { environment, newId }: DemoContext,
  company: Company,
  story: SignInStory,
  at: number,
): CertificateRow[] {
  if (story.certificateDays === undefined) return [];
  const notAfter = environment.clock.now() + story.certificateDays * dayMs;
  const commonName = new URL(providerUrl(story, company)).host;
  const pem = makeCertificate({
    commonName,
    organization: company.name,
    notBefore: Math.min(at, notAfter - 365 * dayMs),
    notAfter,
  });
  return [readCertificate(pem, newId, at)];
}
