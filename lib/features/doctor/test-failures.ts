import { randomUUID } from 'node:crypto';
import type { JsonObject } from '@bufbuild/protobuf';
import { readCertificate } from '@/emulator/connections/certificate';
import { makeCertificate } from '@/emulator/connections/self-signed-certificate';
import type { EventRow } from '@/emulator/events/rows';
import type { Emulator } from '@/emulator/start';
import { membershipId } from '@/emulator/users/rows';
import { scalekitClient } from '@/lib/scalekit/client';
import { newOrganization } from '@/tests/setup/organization';

// Failing sign-ins at the emulator, for the doctor's tests: each goes the way that a browser goes.

const dayMs = 86_400_000;
const callback = 'http://127.0.0.1:5930/callback';

export type Customer = {
  organizationId: string;
  connectionId: string;
  domain: string;
  /** A member who may sign in. */
  email: string;
};

type Setting = {
  saml?: boolean;
  certificateDays?: number;
  withConnection?: boolean;
  letsNewcomersIn?: boolean;
};

let counted = 0;

/** A customer with a verified domain, an enabled connection and one member. */
export async function newCustomer(emulator: Emulator, setting: Setting = {}): Promise<Customer> {
  const { saml = false, certificateDays = 400, withConnection = true, letsNewcomersIn = true } = setting;
  counted += 1;
  const domain = `doc${counted}-${randomUUID().slice(0, 4)}.example`;
  const organizationId = await newOrganization(`Customer ${counted}`);
  const { domains, users } = scalekitClient('production');
  const email = `jane@${domain}`;
  await domains.createDomain({
    identities: { case: 'organizationId', value: organizationId },
    domain: { domain },
  });
  await users.createUserAndMembership({
    organizationId,
    user: { email, membership: {} },
    sendInvitationEmail: false,
  });
  const connectionId = withConnection
    ? putConnection(emulator, organizationId, { saml, certificateDays, letsNewcomersIn })
    : '';
  setMembership(emulator, organizationId, email, 'active');
  return { organizationId, connectionId, domain, email };
}

type Kind = Required<Pick<Setting, 'saml' | 'certificateDays' | 'letsNewcomersIn'>>;

function putConnection({ environment, store }: Emulator, organizationId: string, kind: Kind): string {
  const now = Date.now();
  const id = environment.newId('conn');
  store.connections.put({
    ...{ id, organizationId, createdAt: now - 300 * dayMs, updatedAt: now - 300 * dayMs },
    ...{ kind: 'organization', provider: 'OKTA', providerKey: 'OKTA', type: kind.saml ? 'SAML' : 'OIDC' },
    ...{ keyId: `okta-${id}`, status: 'COMPLETED', enabled: true, debugEnabled: false, uiButtonTitle: '' },
    ...{ configurationType: kind.saml ? 'MANUAL' : 'DISCOVERY', attributeMapping: {}, domainIds: [] },
    settings: kind.saml
      ? {
          ...{ idpEntityId: 'https://idp.example', idpSsoUrl: 'https://idp.example/sso' },
          ...{ idpNameIdFormat: 'EMAIL', jitProvisioningWithSsoEnabled: kind.letsNewcomersIn },
        }
      : {
          ...{ issuer: 'https://idp.example', clientId: 'app', clientSecret: 'made-up' },
          jitProvisioningWithSsoEnabled: kind.letsNewcomersIn,
        },
    certificates: kind.saml ? [certificate(environment, kind.certificateDays)] : [],
  });
  return id;
}

function certificate({ newId }: Emulator['environment'], days: number) {
  const now = Date.now();
  const pem = makeCertificate({
    ...{ commonName: 'idp.example', organization: 'Idp' },
    ...{ notBefore: now - 900 * dayMs, notAfter: now + days * dayMs },
  });
  return readCertificate(pem, newId, now);
}

export function setMembership(
  { store }: Emulator,
  organizationId: string,
  email: string,
  status: 'active' | 'inactive' | 'invited',
): void {
  const [user] = store.users.findBy('email', email);
  const membership = store.memberships.get(membershipId(organizationId, user?.id ?? ''));
  if (membership) store.memberships.put({ ...membership, status });
}

export function setEnabled({ store }: Emulator, connectionId: string, enabled: boolean): void {
  const row = store.connections.get(connectionId);
  if (row) store.connections.put({ ...row, enabled });
}

/** Makes a person a member of another customer too; `as`: somebody new instead, who is a member of that one alone. */
export function joinAlso({ store }: Emulator, organizationId: string, email: string, as?: string): void {
  const [known] = store.users.findBy('email', email);
  if (!known) return;
  const user = as ? store.users.put({ ...known, id: `usr_${counted}${Date.now()}`, email: as }) : known;
  const like = store.memberships.all().find(({ userId }) => userId === known.id);
  if (like)
    store.memberships.put({
      ...like,
      ...{ id: membershipId(organizationId, user.id), organizationId, userId: user.id },
    });
}

/** Lets a person's sign-ins be so many days old, those with that status alone where one is given. */
export function ageSignIns({ store }: Emulator, email: string, days: number, status?: string): void {
  for (const row of store.authLogs.all().slice())
    if (row.email === email && (!status || row.status === status))
      store.authLogs.put({ ...row, createdAt: Date.now() - days * dayMs });
}

/** Gives a connection one certificate, that ends in so many days; nothing of the connection is said to have changed. */
export function setCertificateEnd(
  { environment, store }: Emulator,
  connectionId: string,
  days: number,
): void {
  const row = store.connections.get(connectionId);
  if (row) store.connections.put({ ...row, certificates: [certificate(environment, days)] });
}

/**
 * Puts an interceptor's event into a sign-in's events. The object is documented; its type and the fields of `data` are
 * published nowhere, so the tests say what they take them to be.
 */
export function logInterceptor(
  { environment, store }: Emulator,
  authRequestId: string,
  data: JsonObject,
): void {
  const event = { type: 'interceptor.executed', object: 'InterceptorEvent', source: 'SCALEKIT' };
  const row = { id: environment.newId('evt'), createdAt: Date.now(), ...event, authRequestId, data };
  // The emulator's own events are those of webhooks, and this is none.
  store.events.put(row as unknown as EventRow);
}

/**
 * Asks for a sign-in, and answers at the identity provider where it leads there.
 * @returns the address that the browser lands on at the application
 */
export async function signIn(
  { url, clientId }: Emulator,
  asked: Record<string, string>,
  answer: Record<string, string> = {},
): Promise<string> {
  const query = new URLSearchParams({
    ...{ response_type: 'code', client_id: clientId, redirect_uri: callback, scope: 'openid', state: 'st' },
    ...{ code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256' },
    ...asked,
  });
  const begun = await fetch(`${url}/oauth/authorize?${query}`, { redirect: 'manual' });
  const location = begun.headers.get('location') ?? '';
  if (location.startsWith(callback) || location === '') return location;
  const cookie = begun.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const request = new URL(location, url).searchParams.get('request') ?? '';
  const done = await fetch(`${url}/sign-in/idp`, {
    ...{ method: 'POST', redirect: 'manual', headers: { cookie } },
    body: new URLSearchParams({ request, ...answer }),
  });
  return done.headers.get('location') ?? '';
}
