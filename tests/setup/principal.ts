import { randomUUID } from 'node:crypto';
import type { Principal } from '@/lib/auth/principal';

/** A member of staff for a test: support for all customers of production, freshly signed in, unless told otherwise. */
export function testPrincipal(part: Partial<Principal> = {}): Principal {
  return {
    staffId: randomUUID(),
    email: 'sam@keydesk.test',
    name: 'Sam',
    role: 'support',
    customers: 'all',
    sessionId: randomUUID(),
    inProduction: true,
    authTime: new Date(),
    ...part,
  };
}
