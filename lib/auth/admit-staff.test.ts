import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { withTestDatabase } from '@/tests/setup/database';
import { admitStaff } from './admit-staff';
import { newSessionToken } from './session-token';
import { staffClaims } from './staff-claims';
import { startSession } from './staff-session';

withTestDatabase();

const claims = (extra: Record<string, unknown> = {}) =>
  staffClaims.parse({
    ...{
      iss: 'https://issuer.test',
      sub: 'usr_1',
      email: 'jo@example.test',
      email_verified: true,
      name: 'Jo',
    },
    keydesk_role: 'support',
    ...extra,
  });
const admit = (extra: Record<string, unknown> = {}) => admitStaff(claims(extra));
const row = (extra: object = {}) =>
  db().staff.create({
    data: { email: 'jo@example.test', name: 'Prepared', effectiveRole: 'viewer', ...extra },
  });

beforeAll(() => {
  process.env.STAFF_BOOTSTRAP_ADMINS = 'boot@example.test';
});
beforeEach(async () => {
  await db().staff.deleteMany();
});

describe('a first sign-in', () => {
  it('adds a person whose role can be worked out', async () => {
    expect(await admit()).toMatchObject({
      staff: {
        issuer: 'https://issuer.test',
        subject: 'usr_1',
        email: 'jo@example.test',
        effectiveRole: 'support',
        role: null,
      },
    });
    expect(await admit({ sub: 'usr_2', email: 'boot@example.test', keydesk_role: undefined })).toMatchObject({
      staff: { effectiveRole: 'admin' },
    });
  });

  it('binds a row made beforehand, whose own role wins', async () => {
    const prepared = await row({ role: 'lead', allCustomers: false });
    expect(await admit({ email: 'JO@example.test' })).toMatchObject({
      staff: { id: prepared.id, subject: 'usr_1', name: 'Jo', effectiveRole: 'lead', allCustomers: false },
    });
  });

  it('refuses somebody unknown, and leaves no trace of them', async () => {
    expect(await admit({ keydesk_role: 'everyone' })).toEqual({ refusal: 'not_invited' });
    expect(await db().staff.count()).toBe(0);
  });

  it('refuses a known address that nobody verified', async () => {
    await row({ role: 'admin' });
    for (const extra of [{ email_verified: false }, { email_verified: undefined }, { email: undefined }]) {
      expect(await admit(extra)).toEqual({ refusal: 'unverified_email' });
    }
    expect((await db().staff.findFirst())?.subject).toBeNull();
  });

  it('refuses a row that has no role to go with', async () => {
    await row();
    expect(await admit({ keydesk_role: undefined })).toEqual({ refusal: 'no_role' });
  });

  it('refuses a disabled row', async () => {
    await row({ role: 'lead', disabledAt: new Date() });
    expect(await admit()).toEqual({ refusal: 'disabled' });
  });

  it('does not hand one person’s row to another with the same address', async () => {
    await admit();
    expect(await admit({ sub: 'usr_2', keydesk_role: 'admin' })).toEqual({ refusal: 'email_taken' });
    expect(await admit({ iss: 'https://other.test' })).toEqual({ refusal: 'email_taken' });
  });

  it('makes one row of two that come at once', async () => {
    const [first, second] = await Promise.all([admit(), admit()]);
    expect(first).toMatchObject({ staff: { subject: 'usr_1' } });
    expect(second).toMatchObject({ staff: { subject: 'usr_1' } });
    expect(await db().staff.count()).toBe(1);
  });

  it('binds one row once when two come at once', async () => {
    const prepared = await row();
    const both = await Promise.all([admit(), admit()]);
    for (const admission of both) expect(admission).toMatchObject({ staff: { id: prepared.id } });
  });
});

describe('a later sign-in', () => {
  it('takes the role of today', async () => {
    await admit({ keydesk_role: 'admin' });
    expect(await admit({ keydesk_role: 'viewer' })).toMatchObject({ staff: { effectiveRole: 'viewer' } });
  });

  it('is known by the subject, whatever the address, and follows it when verified', async () => {
    await admit();
    expect(await admit({ email: 'new@example.test', email_verified: false })).toMatchObject({
      staff: { email: 'jo@example.test' },
    });
    expect(await admit({ email: 'new@example.test' })).toMatchObject({
      staff: { email: 'new@example.test' },
    });
    expect(await db().staff.count()).toBe(1);
  });

  it('keeps the old address when the new one is another person’s', async () => {
    await admit();
    await admit({ sub: 'usr_2', email: 'mo@example.test' });
    expect(await admit({ email: 'mo@example.test' })).toMatchObject({ staff: { email: 'jo@example.test' } });
  });

  it.each([
    ['disabled', { disabledAt: new Date() }, {}],
    ['no_role', {}, { keydesk_role: undefined }],
    ['no_role', { role: 'viewr' }, { keydesk_role: 'admin' }],
  ])('is refused as %s, and ends the sessions from before', async (refusal, change, extra) => {
    const admission = await admit();
    if ('refusal' in admission) throw new Error(admission.refusal);
    const { id } = admission.staff;
    const facts = { authTime: null, idToken: null, userAgent: null, previousToken: null };
    await startSession({ ...facts, token: newSessionToken(), staffId: id });
    await db().staff.update({ where: { id }, data: change });
    expect(await admit(extra)).toEqual({ refusal });
    expect(await db().staffSession.count()).toBe(0);
  });
});
