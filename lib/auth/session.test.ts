import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { withTestDatabase } from '@/tests/setup/database';
import { newSessionToken } from './session-token';
import { toPrincipal } from './staff-principal';
import { readSession, startSession } from './staff-session';

withTestDatabase();

const authTime = new Date('2026-01-01T09:00:00Z');
let token: string;
let staffId: string;

beforeEach(async () => {
  await db().staff.deleteMany();
  const staff = { email: 'jo@example.test', name: 'Jo', effectiveRole: 'support' };
  staffId = (await db().staff.create({ data: staff })).id;
  token = newSessionToken();
  await startSession({ token, staffId, authTime, idToken: null, userAgent: null, previousToken: null });
});

const change = (data: object) => db().staff.update({ where: { id: staffId }, data });

async function principal(environment = 'production') {
  const reading = await readSession(token);
  if (reading.state !== 'live') throw new Error(reading.state);
  return toPrincipal(reading.staff, reading.session, environment);
}

describe('toPrincipal', () => {
  it('tells who acts, and when they last proved it', async () => {
    expect((await principal('development')).inProduction).toBe(false);
    expect(await principal()).toEqual({
      ...{ staffId, email: 'jo@example.test', name: 'Jo', role: 'support', customers: 'all', authTime },
      sessionId: expect.any(String),
      inProduction: true,
    });
  });

  it('limits a person to the customers of the environment at hand', async () => {
    const assign = (environment: string, organizationId: string) => ({
      staffId,
      environment,
      organizationId,
    });
    await change({ allCustomers: false });
    await db().staffCustomer.createMany({
      data: [assign('production', 'org_1'), assign('production', 'org_2'), assign('development', 'org_3')],
    });
    expect((await principal('production')).customers).toEqual(new Set(['org_1', 'org_2']));
    expect((await principal('development')).customers).toEqual(new Set(['org_3']));
  });

  it('gives somebody limited to nothing nothing', async () => {
    await change({ allCustomers: false });
    expect((await principal()).customers).toEqual(new Set());
  });

  it('takes a role that an administrator sets at once, in the session that is open', async () => {
    await change({ role: 'viewer' });
    expect((await principal()).role).toBe('viewer');
  });

  it('refuses a role that nobody knows', async () => {
    await change({ role: 'owner' });
    await expect(principal()).rejects.toMatchObject({ code: 'forbidden' });
  });
});
