import { randomBytes } from 'node:crypto';
import type { Environment } from '../environment';
import { hashSecret } from '../hash-secret';
import { type SessionRow, sessionStatus } from '../sessions/rows';
import type { BrowserSessionRow } from './rows';

// Browsers share cookies between the ports of one host, and several emulators may run there.
function cookieName({ url }: Environment): string {
  return `emulator_user_${new URL(url()).port || '80'}`;
}

/** Remembers in a browser that somebody is signed in; the value of a Set-Cookie header. */
export function rememberSession(environment: Environment, sessionId: string, connectionId: string): string {
  const { clock, newId, store } = environment;
  const cookie = randomBytes(32).toString('base64url');
  store.browserSessions.put({
    id: newId('brs'),
    createdAt: clock.now(),
    cookieHash: hashSecret(cookie),
    sessionId,
    connectionId,
  });
  return `${cookieName(environment)}=${cookie}; Path=/; HttpOnly; SameSite=Lax`;
}

/** The active session of the browser that sent a request, and the connection it began through. */
export function findBrowserSession(
  environment: Environment,
  request: Request,
): { session: SessionRow; connectionId: string } | undefined {
  const { clock, store } = environment;
  const row = findRow(environment, request);
  const session = row && store.sessions.get(row.sessionId);
  if (!session || sessionStatus(session, clock.now()) !== 'active') return undefined;
  return { session, connectionId: row.connectionId };
}

/** Makes the browser's cookie worthless. */
export function forgetSession(environment: Environment, request: Request): void {
  const row = findRow(environment, request);
  if (row) environment.store.browserSessions.delete(row.id);
}

function findRow(environment: Environment, request: Request): BrowserSessionRow | undefined {
  const name = cookieName(environment);
  const cookies = request.headers.get('cookie')?.split(/;\s*/) ?? [];
  const value = cookies.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
  return value ? environment.store.browserSessions.findBy('cookieHash', hashSecret(value))[0] : undefined;
}
