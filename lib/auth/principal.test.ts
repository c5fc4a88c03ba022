import { describe, expect, it } from 'vitest';
import { isFreshSignIn, type Principal, requireStepUp } from './principal';

const now = Date.UTC(2026, 0, 1);
const minutesAgo = (minutes: number) => new Date(now - minutes * 60_000);
const principal = (authTime: Date | null): Principal => ({
  ...{ staffId: 's', email: 'jo@example.test', name: 'Jo', role: 'admin', customers: 'all', sessionId: 'x' },
  inProduction: true,
  authTime,
});

describe('a fresh sign-in', () => {
  it('is at most ten minutes old', () => {
    expect(isFreshSignIn(minutesAgo(10), now)).toBe(true);
    expect(isFreshSignIn(new Date(minutesAgo(10).getTime() - 1), now)).toBe(false);
  });

  it('is one that the issuer vouched for', () => {
    expect(isFreshSignIn(null, now)).toBe(false);
  });

  it('is asked for by permissions that say so', () => {
    expect(() => requireStepUp(principal(minutesAgo(11)), 'organization.delete', now)).toThrow(
      expect.objectContaining({ code: 'unauthenticated', stepUp: true }),
    );
    expect(() => requireStepUp(principal(minutesAgo(9)), 'organization.delete', now)).not.toThrow();
  });

  it('is never asked for to contain harm', () => {
    expect(() => requireStepUp(principal(null), 'api_key.revoke', now)).not.toThrow();
    expect(() => requireStepUp(principal(null), 'portal_link.revoke', now)).not.toThrow();
  });
});
