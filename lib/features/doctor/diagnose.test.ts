import { describe, expect, it } from 'vitest';
import { customerReply, staffNote } from '@/components/doctor/notes';
import { diagnose } from './diagnose';
import type { Evidence } from './evidence';
import { parsePasted } from './parse-pasted';
import { ago, atAcme, connection, evidence, failed, jane, member, now } from './test-evidence';

describe('parsePasted', () => {
  it.each([
    ['jane@Acme.example', { kind: 'address', email: 'jane@acme.example' }],
    ['areq_123456789', { kind: 'request', requestId: 'areq_123456789' }],
    ['Error: assertion_expired.', { kind: 'code', code: 'assertion_expired' }],
    [
      'https://app.example/cb?error=server_error&error_description=Oh+no&state=abc&login_hint=jo%40acme.example',
      { kind: 'callback', code: 'server_error', description: 'Oh no', email: 'jo@acme.example' },
    ],
    ['https://app.example/cb#error=access_denied', { kind: 'callback', code: 'access_denied' }],
    ['?error=made_up_by_app', { kind: 'callback', code: 'made_up_by_app' }],
    [
      '{"code":8,"details":[{"error_code":"RATE_LIMITED"}]}',
      { kind: 'limit', limit: { code: 'RATE_LIMITED' } },
    ],
    ['429 Too Many Requests', { kind: 'limit', limit: { code: null } }],
  ])('reads %s', (text, found) => {
    expect(parsePasted(text)).toMatchObject(found);
  });

  it('finds nothing in other words, and keeps no secret', () => {
    expect(parsePasted('hello there')).toBeNull();
    const secret = `eyJ${'a'.repeat(60)}`;
    const asked = parsePasted(
      `https://a.example/cb?error=server_error&code=${secret}&error_description=${secret}`,
    );
    expect(JSON.stringify(asked)).not.toContain(secret);
  });
});

describe('diagnose', () => {
  it('tells clocks apart: theirs, and ours', () => {
    const theirs = diagnose(evidence('assertion_expired', atAcme));
    expect(theirs.causes[0]).toMatchObject({ id: 'customer_clock', actor: 'customer' });
    expect(theirs.causes[0]?.speaksFor.join(' ')).toMatch(/it is not ours.*certificate is valid/);
    const ours = diagnose(evidence('assertion_expired', { ...atAcme, clockOffsetMs: 90_000 }));
    expect(ours.causes.map(({ id }) => id).slice(0, 2)).toContain('our_clock');
    expect(ours.causes.find(({ id }) => id === 'our_clock')?.speaksFor.join(' ')).toContain('90 seconds');
  });

  it('tells a limit of Scalekit from that of a tool, with our own share', () => {
    const budget = { used: 250, limit: 300, halved: true };
    const scalekit = diagnose(evidence('{"error_code":"RATE_LIMITED"}', { budget }));
    expect(scalekit.causes[0]).toMatchObject({ id: 'limited_by_scalekit' });
    expect(scalekit.causes[0]?.speaksFor.join(' ')).toContain('250 of the 300 calls');
    expect(diagnose(evidence('TOOL_ERROR')).causes[0]).toMatchObject({ id: 'limited_by_tool' });
    expect(diagnose(evidence('HTTP 429'))).toMatchObject({ verdict: 'unknown', causes: [] });
  });

  it('reads what an interceptor decided', () => {
    const interceptors = [{ at: ago(1), name: 'Region check', decision: 'DENY' }];
    const { causes } = diagnose(evidence('access_denied', { ...atAcme, interceptors }));
    expect(causes[0]).toMatchObject({ id: 'interceptor_denied', actor: 'developer' });
    expect(diagnose(evidence('jane@acme.example', { ...atAcme, interceptors }))).toMatchObject({
      verdict: 'likely',
    });
  });

  it('calls a contradiction unknown, unless a change explains it', () => {
    const contradicted = diagnose(evidence('connection_not_active jane@acme.example', atAcme));
    expect(contradicted).toMatchObject({ verdict: 'unknown', ask: [expect.stringContaining('all enabled')] });
    const enabled = { id: '7', at: ago(0.5), who: 'sam@keydesk.test', action: 'connection.enable' };
    const changes = [{ ...enabled, targetId: 'conn_1', outcome: 'ok' }];
    expect(
      diagnose(evidence('connection_not_active jane@acme.example', { ...atAcme, changes })).verdict,
    ).toBe('found');
    const good = { ...failed, id: 'areq_9', status: 'success' as const };
    const twisted = diagnose(evidence('areq_9 server_error', { ...atAcme, attempts: [good], attempt: good }));
    expect(twisted).toMatchObject({ verdict: 'unknown', ask: [expect.stringContaining('ended well')] });
    expect(diagnose(evidence('error=made_up_by_app'))).toMatchObject({ verdict: 'unknown', causes: [] });
  });

  it('trusts a good sign-in more than a certificate that should not work', () => {
    const over = [{ subject: '', validFrom: null, expiresAt: ago(100) }];
    const expired = { ...connection, detail: { ...connection.detail, certificates: over } };
    const good = { ...failed, id: 'areq_2', at: ago(50), status: 'success' as const };
    const part = { ...atAcme, connection: expired, connections: [expired] };
    expect(diagnose(evidence('jane@acme.example', { ...part, attempts: [failed, good] }))).toMatchObject({
      verdict: 'unknown',
    });
  });

  it('names the ways in that are left to an only administrator', () => {
    const user = jane(member({ administers: true, roles: ['admin'] }));
    const part: Partial<Evidence> = { ...atAcme, user };
    const text = 'signature_validation_failed jane@acme.example';
    expect(diagnose(evidence(text, { ...part, otherAdmins: 0 })).waysIn.join(' ')).toContain('portal link');
    expect(diagnose(evidence(text, { ...part, otherAdmins: 2 })).waysIn).toEqual([]);
    expect(diagnose(evidence(text, part)).waysIn).toEqual([]);
  });
});

describe('what is copied', () => {
  const found = evidence(
    'https://a.example/cb?error=signature_validation_failed&code=not-to-be-kept jane@acme.example',
    atAcme,
  );
  const answer = {
    ...{
      asked: found.asked,
      now,
      diagnosis: diagnose(found),
      attempts: [failed],
      clockOffsetMs: 0,
      strip: null,
      configuration: null,
    },
    ...{ gaps: ['The members could not be read.'] },
    subject: {
      ...{ email: 'jane@acme.example', userId: null, requestId: 'areq_1' },
      organization: found.organization,
      connection: { id: 'conn_1', name: 'Okta (SAML)', type: 'SAML', detail: null },
    },
  };

  it('is whole for staff, and without our ids and what was pasted for a customer', () => {
    const note = staffNote(answer, 'production');
    expect(note).toContain('Customer: Acme (org_1)');
    expect(note).toContain('### Not known');
    const reply = customerReply(answer);
    expect(reply).toContain('your IT administrator');
    expect(reply).toContain('Send us the current one');
    expect(reply).not.toContain('Rotate certificate');
    expect(reply).not.toMatch(/org_1|conn_1|areq_1/);
    for (const text of [note, reply]) expect(text).not.toContain('not-to-be-kept');
  });
});
