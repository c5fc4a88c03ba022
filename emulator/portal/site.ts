import { randomBytes } from 'node:crypto';
import type { Environment } from '../environment';
import type { Site } from '../faces/pages';
import { hashSecret } from '../hash-secret';
import { page } from '../oauth/page';
import { renderPortal } from './portal-page';
import type { PortalSessionRow } from './rows';

const sessionMs = 6 * 3_600_000;
const cookieName = 'scalekit_portal';

/** The hosted admin portal behind a portal link. */
export function createPortalSite(environment: Environment): Site {
  const { clock, newId, store } = environment;

  // Only a GET spends the link; scanners that ask for HEAD alone do not.
  function openLink(secret: string): Response {
    const now = clock.now();
    const [link] = store.portalLinks.findBy('secretHash', hashSecret(secret));
    if (!link)
      return refuse(404, 'This link does not exist', 'It was deleted, or the address is incomplete.');
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

  function findSession(request: Request): PortalSessionRow | undefined {
    const cookies = request.headers.get('cookie')?.split(/;\s*/) ?? [];
    const value = cookies.find((one) => one.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1);
    const [session] = value ? store.portalSessions.findBy('cookieHash', hashSecret(value)) : [];
    return session && session.expiresAt > clock.now() ? session : undefined;
  }

  function showPortal(request: Request): Response {
    const session = findSession(request);
    const organization = session && store.organizations.get(session.organizationId);
    if (!organization) {
      return refuse(401, 'This session has ended', 'Open a new link to the admin portal.');
    }
    return renderPortal(organization, session);
  }

  return {
    operation: (pathname) => {
      if (pathname.startsWith('/magicLink/')) return 'portal/open';
      return pathname === '/portal' ? 'portal/show' : undefined;
    },
    async handle(request) {
      const { pathname } = new URL(request.url);
      const secret = /^\/magicLink\/([^/]+)$/.exec(pathname)?.[1];
      if (!secret && pathname !== '/portal') return null;
      if (request.method !== 'GET') return new Response(null, { status: 405, headers: { allow: 'GET' } });
      return secret ? openLink(secret) : showPortal(request);
    },
  };
}

function refuse(status: number, title: string, sentence: string): Response {
  return page({ title, body: `<p>${sentence} Ask the person who sent it for a new one.</p>`, status });
}
