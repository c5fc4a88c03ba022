import { beforeAll, describe, expect, it } from 'vitest';
import { resolveRole } from './resolve-role';
import { staffClaims } from './staff-claims';

const claims = (extra: Record<string, unknown> = {}) =>
  staffClaims.parse({
    iss: 'https://issuer.test',
    sub: '1',
    email: 'Jo@Example.test',
    email_verified: true,
    ...extra,
  });

beforeAll(() => {
  process.env.STAFF_BOOTSTRAP_ADMINS = 'first@example.test, JO@example.TEST';
});

describe('resolveRole', () => {
  it('lets the staff row win over claim and bootstrap list', () => {
    expect(resolveRole('viewer', claims({ keydesk_role: 'admin' }))).toBe('viewer');
  });

  it('lets the claim win over the bootstrap list', () => {
    expect(resolveRole(null, claims({ keydesk_role: 'support' }))).toBe('support');
  });

  it('makes a listed person admin, whatever the case of the address', () => {
    expect(resolveRole(null, claims())).toBe('admin');
  });

  it('needs a verified address for the bootstrap list', () => {
    expect(resolveRole(null, claims({ email_verified: false }))).toBeNull();
    expect(resolveRole(null, claims({ email_verified: undefined }))).toBeNull();
  });

  it('takes the highest of several roles and passes over foreign groups', () => {
    expect(resolveRole(null, claims({ keydesk_role: ['viewer', 'lead', 'everyone'] }))).toBe('lead');
  });

  it.each([['owner'], [['everyone']], [{ role: 'admin' }], [7], [null], ['ADMIN']])(
    'gives nobody a role for the claim %j',
    (keydesk_role) => {
      expect(resolveRole(null, claims({ keydesk_role, email: 'mo@example.test' }))).toBeNull();
    },
  );

  it('gives none for a mistyped role in the row, rather than asking the claim', () => {
    expect(resolveRole('viewr', claims({ keydesk_role: 'admin' }))).toBeNull();
  });
});
