import { describe, expect, it } from 'vitest';
import { diagnose } from './diagnose';
import type { Evidence } from './evidence';
import { attemptInQuestion } from './sign-in-place';
import { ago, atAcme, atBeta, connection, evidence, failed, jane, line, member } from './test-evidence';

const email = 'jane@acme.example';

/** What the log alone gives, with the line in question chosen as it is when reading. */
function fromLog(attempts: Evidence['attempts'], part: Partial<Evidence> = {}, text = email) {
  const user = part.user ?? null;
  return diagnose(
    evidence(text, { ...atAcme, attempts, attempt: attemptInQuestion({ attempts, user }), ...part }),
  );
}

const certificate = (expiresAt: string) => {
  const certificates = [{ subject: '', validFrom: null, expiresAt }];
  const one = { ...connection, detail: { ...connection.detail, certificates } };
  return { connection: one, connections: [one] };
};

describe('after a good sign-in', () => {
  const good = line('success', 50);

  it('a certificate that has ended since is the likely cause', () => {
    const { verdict, causes } = fromLog([good], certificate(ago(10)));
    expect([verdict, causes[0]?.id]).toEqual(['likely', 'certificate_expired']);
    // With a code of a sign-in that the log has without an address.
    const told = fromLog([good], certificate(ago(10)), `signature_validation_failed ${email}`);
    expect([told.verdict, told.causes[0]?.id]).toEqual(['found', 'certificate_expired']);
  });

  it('a certificate that had ended before keeps nobody out', () => {
    expect(fromLog([good], certificate(ago(100)))).toMatchObject({ verdict: 'healthy', causes: [] });
  });

  it.each([
    ['a membership made inactive', { user: jane(member({ status: 'inactive' })) }, 'membership_inactive'],
    ['an invitation that ran out', { user: jane(member({ status: 'invite_expired' })) }, 'invitation_open'],
    [
      'a domain taken away',
      { domains: [{ name: 'acme.test', isVerified: true, isForSignIn: true }] },
      'foreign_domain',
    ],
    [
      'provisioning switched off',
      {
        connection: { ...connection, detail: { ...connection.detail, letsNewcomersIn: false } },
      },
      'not_a_member',
    ],
  ])('%s is a likely cause', (_, part, cause) => {
    const { verdict, causes } = fromLog([good], part as Partial<Evidence>);
    expect([verdict, causes[0]?.id]).toEqual(['likely', cause]);
  });

  it('is healthy only where what bears on it could be read', () => {
    expect(fromLog([good]).verdict).toBe('healthy');
    const { verdict, title, ask } = fromLog([good], { unread: ['The connection'] });
    expect(verdict).toBe('unknown');
    expect(title).toContain('the connection could not be read');
    expect(ask.length).toBeGreaterThan(0);
  });

  it('an interceptor’s refusal of an older sign-in is past', () => {
    const interceptors = [{ at: ago(60), name: 'Region check', decision: 'DENY' }];
    expect(fromLog([good], { interceptors }).verdict).toBe('healthy');
  });
});

describe('somebody at two customers', () => {
  const user = jane(member(), member({ organizationId: 'org_2', organizationName: 'Beta' }));

  it('has not recovered at one by signing in at the other', () => {
    const good = line('success', 0.5, atBeta);
    const attempts = [good, failed];
    expect(attemptInQuestion({ attempts, user })?.id).toBe(failed.id);
    const { verdict, happened } = fromLog(attempts, { user });
    expect(verdict).toBe('unknown');
    expect(happened.join(' ')).toMatch(/At Beta the newest sign-in went well/);
    expect(happened.join(' ')).toMatch(/Of 1 sign-in at Acme that the log has, 1 failed and none went well/);
    const coded = fromLog(attempts, { user }, `server_error ${email}`);
    expect(coded.verdict).toBe('found');
  });

  it('has where a good one came after it at the same', () => {
    const attempts = [line('success', 0.2), line('success', 0.5, atBeta), failed];
    expect(fromLog(attempts, { user })).toMatchObject({ verdict: 'recovered' });
  });

  it('is healthy where the other failure is long past, which is told', () => {
    const attempts = [line('success', 0.5), line('failed', 24 * 40, atBeta)];
    const { verdict, title, happened } = fromLog(attempts, { user });
    expect([verdict, title]).toEqual(['healthy', 'jane@acme.example signs in at Acme without trouble']);
    expect(happened.join(' ')).toContain('At Beta the newest sign-in failed');
  });

  it('is not saved from an ended certificate by the other’s sign-ins', () => {
    const attempts = [line('success', 0.5, atBeta), line('failed', 1)];
    const { verdict, causes } = fromLog(attempts, { user, ...certificate(ago(10)) });
    expect([verdict, causes[0]?.id]).toEqual(['likely', 'certificate_expired']);
    expect(causes[0]?.speaksAgainst).toEqual([]);
  });

  it('may have failed without a customer’s name: then a good one at either says nothing', () => {
    const nowhere = { organizationId: null, connectionIds: [], connection: '' };
    const attempts = [line('success', 0.5), line('failed', 1, nowhere)];
    expect(attemptInQuestion({ attempts, user })?.status).toBe('failed');
    expect(attemptInQuestion({ attempts, user: jane(member()) })?.status).toBe('success');
  });
});

describe('two connections of one customer', () => {
  const google = { ...connection, id: 'conn_3', name: 'Google (OIDC)', type: 'OIDC' };
  const byGoogle = { connectionIds: ['conn_3'], connection: 'OIDC · Google' };
  const attempts = [line('success', 0.5, byGoogle), failed];

  it('are judged one by one', () => {
    const { verdict, happened } = fromLog(attempts, { connections: [connection, google] });
    expect(verdict).toBe('unknown');
    expect(happened.join(' ')).toMatch(/By OIDC · Google the newest sign-in went well/);
  });

  it('count as one where the other has taken its place', () => {
    const off = { ...connection, enabled: false };
    const { verdict } = fromLog(attempts, { connections: [off, google], connection: off });
    expect(verdict).toBe('recovered');
  });
});

describe('the ways in of an only administrator', () => {
  const admin = { user: jane(member({ administers: true, roles: ['owner'] })), otherAdmins: 0 };

  it('are named from the log alone too, whatever the role is called', () => {
    const { verdict, waysIn } = fromLog([failed], admin);
    expect(verdict).toBe('unknown');
    expect(waysIn.join(' ')).toContain('portal link');
    const contradicted = fromLog([failed], admin, `connection_not_active ${email}`);
    expect([contradicted.verdict, contradicted.waysIn.length > 0]).toEqual(['unknown', true]);
  });

  it('are left out where nobody is locked out', () => {
    expect(fromLog([line('success', 1)], admin)).toMatchObject({ verdict: 'healthy', waysIn: [] });
    const recovered = fromLog([line('success', 0.5), failed], admin);
    expect(recovered).toMatchObject({ verdict: 'recovered', waysIn: [] });
    expect(fromLog([failed], { ...admin, otherAdmins: 1 }).waysIn).toEqual([]);
  });
});
