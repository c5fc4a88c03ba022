import { describe, expect, it } from 'vitest';
import { readAuthTime, staffClaims } from './staff-claims';

const base = { iss: 'https://issuer.test', sub: '1' };

describe('staffClaims', () => {
  it('needs issuer and subject', () => {
    expect(staffClaims.safeParse({ iss: 'x' }).success).toBe(false);
    expect(staffClaims.safeParse({ ...base, sub: '' }).success).toBe(false);
  });

  it('lowers the address and reads the word true', () => {
    const claims = staffClaims.parse({ ...base, email: 'Jo@Example.test', email_verified: 'true' });
    expect(claims).toMatchObject({ email: 'jo@example.test', email_verified: true });
  });

  it('drops what it cannot read instead of failing, and keeps further claims', () => {
    const claims = staffClaims.parse({
      ...base,
      email: 'nobody',
      email_verified: 'perhaps',
      name: '',
      groups: [1],
    });
    expect(claims).toEqual({ ...base, groups: [1] });
  });
});

describe('readAuthTime', () => {
  const now = Date.UTC(2026, 0, 1);
  const at = (auth_time: unknown) => readAuthTime(staffClaims.parse({ ...base, auth_time }), now);

  it('reads seconds', () => {
    expect(at(now / 1000 - 5)).toEqual(new Date(now - 5000));
  });

  it('allows for a clock that is a little ahead, without making the sign-in younger than now', () => {
    expect(at(now / 1000 + 30)).toEqual(new Date(now));
  });

  it.each([undefined, 'yesterday', 0, -1, 1.5, now / 1000 + 3600])('does not know the time of %j', (time) => {
    expect(at(time)).toBeNull();
  });
});
