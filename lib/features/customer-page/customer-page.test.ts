import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isCustomerPageOn } from '@/lib/auth/customer-page';
import { currentVisit, startVisit } from '@/lib/auth/customer-visit';
import { db } from '@/lib/db';
import { insertLink } from '@/lib/features/portal-links/test-rows';
import { runQuery } from '@/lib/server/define-query';
import { forgetOrganization } from '@/lib/server/forget-organization';
import { CookieJar } from '@/tests/setup/cookie-jar';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { whileSilent } from '@/tests/setup/silence';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { switchCustomerPage } from './actions';
import { endOwnVisit } from './end-own-visit';
import { getCustomerPage } from './queries';

const browser = vi.hoisted(() => ({ jar: null as unknown }));
vi.mock('next/headers', () => ({ cookies: async () => browser.jar, headers: async () => new Headers() }));

withTestDatabase();
const emulator = withEmulator();
beforeEach(() => {
  browser.jar = new CookieJar();
});

const lead = () => testPrincipal({ role: 'lead' });
const read = (organizationId: string) =>
  runQuery(getCustomerPage.definition, 'production', testPrincipal({ role: 'viewer' }), { organizationId });

async function visit(organizationId: string) {
  const link = await insertLink({ organizationId, recipientName: 'Jo', recipientEmail: 'jo@acme.example' });
  await startVisit(link.id);
}

describe('switchCustomerPage', () => {
  it('is off at first, goes on for one environment, and off again', async () => {
    const somebody = lead();
    const organizationId = await newOrganization();
    expect(await read(organizationId)).toEqual({ on: null, visits: 0 });
    await write(switchCustomerPage, { organizationId, on: true }, somebody);
    expect((await read(organizationId)).on).toMatchObject({ byEmail: somebody.email });
    expect(await isCustomerPageOn('production', organizationId)).toBe(true);
    expect(await isCustomerPageOn('development', organizationId)).toBe(false);
    await write(switchCustomerPage, { organizationId, on: true }, lead());
    expect((await read(organizationId)).on, 'who was first stays').toMatchObject({
      byEmail: somebody.email,
    });
    await write(switchCustomerPage, { organizationId, on: false }, somebody);
    expect((await read(organizationId)).on).toBeNull();
    expect((await logOf(somebody)).map(({ kind, details }) => [kind, details])).toEqual([
      ['intent', { on: true }],
      ['outcome', {}],
      ['intent', { on: false }],
      ['outcome', {}],
    ]);
  });

  it('is for leads, not for support', async () => {
    const organizationId = await newOrganization();
    const support = testPrincipal({ role: 'support' });
    const error = await failureOf(write(switchCustomerPage, { organizationId, on: true }, support));
    expect(error.code).toBe('forbidden');
    expect((await read(organizationId)).on).toBeNull();
  });

  it.each([
    ['no organization', { organizationId: '', on: true }, 'organizationId'],
    ['neither on nor off', { organizationId: 'org_1', on: 'yes' }, 'on'],
  ])('refuses %s', async (_what, input, field) => {
    const error = await failureOf(write(switchCustomerPage, input as never, lead()));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
  });

  it('goes off while Scalekit is away', async () => {
    const organizationId = await newOrganization();
    await write(switchCustomerPage, { organizationId, on: true }, lead());
    emulator.current.faults.add({ operation: '*', status: 500 });
    await write(switchCustomerPage, { organizationId, on: false }, lead());
    expect((await read(organizationId)).on).toBeNull();
  });

  it('goes off with the organization', async () => {
    const organizationId = await newOrganization();
    await write(switchCustomerPage, { organizationId, on: true }, lead());
    await forgetOrganization('production', organizationId);
    expect((await read(organizationId)).on).toBeNull();
  });

  it.each([
    [404, 'not_found'],
    [409, 'conflict'],
    [429, 'rate_limited'],
    [500, 'unavailable'],
  ])('stays off for an upstream %i', async (status, code) => {
    const organizationId = await newOrganization();
    emulator.current.faults.add({ operation: 'organizations.getOrganization', status });
    const error = await failureOf(write(switchCustomerPage, { organizationId, on: true }, lead()));
    expect(error.code).toBe(code);
    expect((await read(organizationId)).on).toBeNull();
  });

  it('stays off for a time-out', async () => {
    const organizationId = await newOrganization();
    const act = () => write(switchCustomerPage, { organizationId, on: true }, lead());
    await failureOf(whileSilent(emulator.current, 'organizations.getOrganization', act));
    expect((await read(organizationId)).on).toBeNull();
  });
});

describe('visits', () => {
  it('are counted while they last, and signing out is in the log', async () => {
    const organizationId = await newOrganization();
    await visit(organizationId);
    expect((await read(organizationId)).visits).toBe(1);
    await endOwnVisit();
    expect(await currentVisit()).toBeNull();
    expect((await read(organizationId)).visits).toBe(0);
    expect(await db().staffLog.findMany({ where: { organizationId } })).toMatchObject([
      {
        kind: 'notice',
        action: 'customer_page.sign_out',
        actorEmail: 'jo@acme.example',
        actorRole: 'customer',
      },
    ]);
    await endOwnVisit();
  });
});
