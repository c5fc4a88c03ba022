import { randomBytes } from 'node:crypto';
import type { Environment } from '../environment';
import { hashSecret } from '../hash-secret';
import { page } from '../oauth/page';
import type { OrganizationRow } from '../organizations/rows';
import type { PortalSessionRow } from './rows';

const sessionMs = 6 * 3_600_000;
const cookieName = 'scalekit_portal';

/** A browser in the portal, and whose portal it is. */
export type Visit = { environment: Environment; organization: OrganizationRow; session: PortalSessionRow };

/** Spends a link and begins a session of six hours, or says why it cannot be opened. */
export function openLink({ clock, newId, store }: Environment, secret: string): Response {
  const now = clock.now();
  const [link] = store.portalLinks.findBy('secretHash', hashSecret(secret));
  if (!link) return refuse(404, 'This link does not exist', 'It was deleted, or the address is incomplete.');
  if (link.usedAt !== undefined) {
    return refuse(410, 'This link was used already', 'A link opens the admin portal once.');
  }
  if (link.expiresAt <= now) {
    return refuse(410, 'This link has expired', 'A link lives one minute.');
  }
  store.portalLinks.put({ ...link, usedAt: now });
  const cookie = randomBytes(32).toString('base64url');
  store.portalSessions.put({
    id: newId('ses'),
    createdAt: now,
    organizationId: link.organizationId,
    features: link.features,
    cookieHash: hashSecret(cookie),
    expiresAt: now + sessionMs,
  });
  const attributes = `Path=/portal; HttpOnly; SameSite=Lax; Max-Age=${sessionMs / 1000}`;
  const headers = { location: '/portal', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
  return new Response(null, {
    status: 303,
    headers: { ...headers, 'set-cookie': `${cookieName}=${cookie}; ${attributes}` },
  });
}

/** Who visits the portal; undefined when the session has ended or there is none. */
export function findVisit(environment: Environment, request: Request): Visit | undefined {
  const { clock, store } = environment;
  const cookies = request.headers.get('cookie')?.split(/;\s*/) ?? [];
  const value = cookies.find((one) => one.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1);
  const [session] = value ? store.portalSessions.findBy('cookieHash', hashSecret(value)) : [];
  if (!session || session.expiresAt <= clock.now()) return undefined;
  const organization = store.organizations.get(session.organizationId);
  return organization && { environment, organization, session };
}

export function refuse(status: number, title: string, sentence: string): Response {
  return page({ title, body: `<p>${sentence} Ask the person who sent it for a new one.</p>`, status });
}
