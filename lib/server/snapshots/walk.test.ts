import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { scalekitClient } from '@/lib/scalekit/client';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { warmUp } from '@/tests/setup/snapshots';
import { walkSlice } from './walk';

withTestDatabase();
const emulator = withEmulator();
const environment = 'production';
const walk = (options = {}) => walkSlice(environment, new AbortController().signal, options);
const state = () => db().snapshotWalk.findUniqueOrThrow({ where: { environment } });
const keptOrganizations = async () =>
  (await db().organizationSnapshot.findMany({ where: { part: 'organization', endedAt: null } })).map(
    ({ organizationId }) => organizationId,
  );
/** Asks for a walk now, and fills the budget. */
async function ask() {
  await db().snapshotWalk.upsert({
    where: { environment },
    create: { environment, requestedAt: new Date() },
    update: { requestedAt: new Date(), waitUntil: null, finishedAt: new Date() },
  });
  await db().apiBudget.deleteMany({});
}

beforeAll(warmUp);
beforeEach(() => emulator.current.journal.clear());

describe('the walk', () => {
  it('meets every organization once, counts, and ends', async () => {
    await newOrganization('Larkfield');
    await newOrganization('Heronsgate');
    const list = await scalekitClient(environment).organizations.listOrganization({ pageSize: 30 });
    const ids = list.organizations.map(({ id }) => id);
    await ask();
    emulator.current.journal.clear();
    expect(await walk()).toBeNull();
    expect((await keptOrganizations()).sort()).toEqual(ids.sort());
    expect(await state()).toMatchObject({
      ...{ done: ids.length, total: ids.length, skipped: 0, pageToken: '', requestedAt: null },
    });
    expect((await state()).finishedAt).not.toBeNull();
    // One list, for each organization without connections seven reads, and the environment's own three lists.
    expect(emulator.current.journal.list()).toHaveLength(1 + ids.length * 7 + 3);
    emulator.current.journal.clear();
    expect(await walk()).toBeNull();
    expect(emulator.current.journal.list()).toEqual([]);
  });

  it('goes on where a slice was cut, without reading twice what it has', async () => {
    await ask();
    emulator.current.faults.add({ operation: 'tokens.listTokens', status: 429, times: 9 });
    const again = await walk();
    expect(again).toBeInstanceOf(Date);
    expect(await state()).toMatchObject({ finishedAt: null, notice: expect.any(String) });
    // Before its time nothing is sent.
    emulator.current.journal.clear();
    expect(await walk()).toEqual(again);
    expect(emulator.current.journal.list()).toEqual([]);
    emulator.current.faults.clear();
    await db().snapshotWalk.update({ where: { environment }, data: { waitUntil: null } });
    await db().apiBudget.deleteMany({});
    expect(await walk()).toBeNull();
    const domains = emulator.current.journal.list('domains.listDomains');
    const total = (await state()).total;
    // Of the one that was cut, all but its keys (and connections, which a list alone does not tell) were kept.
    expect(domains.length).toBeLessThan(total);
  });

  it('skips what an environment refuses and says how much', async () => {
    await ask();
    emulator.current.faults.add({
      operation: 'connectedAccounts.listConnectedAccounts',
      status: 501,
      times: 99,
    });
    expect(await walk()).toBeNull();
    const { total, skipped } = await state();
    expect(skipped).toBe(total);
  });

  it('waits when nothing is answered, and starts anew when its cursor has gone bad', async () => {
    await ask();
    emulator.current.faults.add({ operation: 'organizations.listOrganization', status: 500, times: 9 });
    expect(await walk()).toBeInstanceOf(Date);
    emulator.current.faults.clear();
    await db().snapshotWalk.update({
      where: { environment },
      data: { startedAt: new Date(), finishedAt: null, waitUntil: null, pageToken: 'gone-bad' },
    });
    expect(await walk()).toBeNull();
    expect(await state()).toMatchObject({ done: (await state()).total });
  });

  it('forgets an organization that is gone, after asking for it', async () => {
    const id = await newOrganization('Gone soon');
    await ask();
    await walk();
    await db().organizationSnapshot.updateMany({
      where: { organizationId: id },
      data: { seenAt: new Date(Date.now() - 600_000), takenAt: new Date(Date.now() - 600_000) },
    });
    await scalekitClient(environment).organizations.deleteOrganization({
      identities: { case: 'id', value: id },
    });
    await ask();
    await walk();
    expect(await keptOrganizations()).not.toContain(id);
    expect(await db().snapshotPart.count({ where: { organizationId: id } })).toBe(0);
  });

  it('reads what our own writes made stale first, and only that when no walk is due', async () => {
    const organizationId = await newOrganization('Stale');
    await db().snapshotWalk.update({
      where: { environment },
      data: { startedAt: new Date(), requestedAt: null },
    });
    await db().snapshotPart.create({
      data: { environment, organizationId, part: 'domain', staleAt: new Date() },
    });
    emulator.current.journal.clear();
    expect(await walk()).toBeNull();
    expect(emulator.current.journal.list().map(({ operation }) => operation)).toEqual([
      'domains.listDomains',
    ]);
    expect(await db().snapshotPart.count({ where: { staleAt: { not: null } } })).toBe(0);
  });

  it('does not stop at an organization that was deleted after a write of ours', async () => {
    for (const part of ['domain', 'connection'])
      await db().snapshotPart.create({
        data: { environment, organizationId: 'org_1', part, staleAt: new Date() },
      });
    expect(await walk()).toBeNull();
    expect(await db().snapshotPart.count({ where: { staleAt: { not: null } } })).toBe(0);
  });

  it('does not wait for what a clock that jumped ahead has noted', async () => {
    const organizationId = await newOrganization('Ahead');
    const ahead = new Date(Date.now() + 365 * 86_400_000);
    await db().snapshotWalk.update({
      where: { environment },
      data: { startedAt: ahead, finishedAt: null, waitUntil: ahead, requestedAt: null, pageToken: '' },
    });
    const part = { environment, organizationId, part: 'domain' };
    await db().snapshotPart.create({ data: { ...part, staleAt: ahead, listedAt: ahead } });
    await db().apiBudget.deleteMany({});
    expect(await walk()).toBeNull();
    const { startedAt, finishedAt, done, total } = await state();
    expect(startedAt?.getTime()).toBeLessThanOrEqual(Date.now());
    expect([finishedAt, done]).toEqual([expect.any(Date), total]);
    const where = { environment_organizationId_part: part };
    const listed = await db().snapshotPart.findUniqueOrThrow({ where });
    expect(listed.staleAt).toBeNull();
    expect(listed.listedAt?.getTime()).toBeLessThanOrEqual(Date.now());
    // Everybody was met, so nobody was asked for by id.
    expect(emulator.current.journal.list('organizations.getOrganization')).toEqual([]);
  });

  it('is walked by one process at a time', async () => {
    await ask();
    const both = await Promise.all([walk(), walk()]);
    expect(both).toContain('busy');
    expect(emulator.current.journal.list('organizations.listOrganization')).toHaveLength(1);
  });

  it('leaves half of the API budget to people', async () => {
    await ask();
    await db().apiBudget.create({
      data: { environment, tokens: 4, perMinute: 10, refilledAt: new Date() },
    });
    expect(await walk()).toBeInstanceOf(Date);
    expect(emulator.current.journal.list()).toEqual([]);
  }, 10_000);
});
