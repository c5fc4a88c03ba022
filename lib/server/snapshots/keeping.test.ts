import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { snapshotsKept } from '@/lib/audit/snapshots/keep';
import { db } from '@/lib/db';
import { disableConnection, enableConnection } from '@/lib/features/connections/actions';
import { listConnections } from '@/lib/features/connections/queries';
import { listDomains } from '@/lib/features/domains/queries';
import { scalekitClient } from '@/lib/scalekit/client';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { changesOf, currentOf, look, newConnection, setSaml, warmUp } from '@/tests/setup/snapshots';
import { write } from '@/tests/setup/write';
import { startKeeping, stopKeeping } from './keeping';

// The queue has its own tests; here it is enough that it is asked.
vi.mock('@/lib/jobs/queue', () => ({ enqueue: vi.fn(async () => {}) }));

withTestDatabase();
withEmulator();
beforeAll(warmUp);
beforeAll(startKeeping);
afterAll(async () => {
  stopKeeping();
  await snapshotsKept();
});

const environment = 'production';

describe('a difference', () => {
  it('made elsewhere has an interval, what it was before, and nobody of ours', async () => {
    const organizationId = await newOrganization();
    const id = await newConnection(organizationId);
    await setSaml(organizationId, id, 'https://idp.example/old');
    await look(organizationId, id);
    expect(await changesOf(organizationId)).toEqual([]);
    await setSaml(organizationId, id, 'https://idp.example/new');
    await look(organizationId, id);
    const [change, ...others] = await changesOf(organizationId);
    expect(others).toEqual([]);
    expect(change).toMatchObject({ type: 'connection.changed', actor: null, targetId: id });
    expect(change?.since.getTime()).toBeLessThan(change?.at.getTime() ?? 0);
    expect(change?.data.fields).toContainEqual({
      path: 'signOnAddress',
      before: 'https://idp.example/old',
      after: 'https://idp.example/new',
    });
  });

  it('of our own making names who made it, and is read again', async () => {
    const organizationId = await newOrganization();
    const id = await newConnection(organizationId);
    await setSaml(organizationId, id, 'https://idp.example/sso');
    const sam = testPrincipal({ email: `sam-${randomUUID()}@keydesk.test` });
    await write(enableConnection, { organizationId, connectionId: id }, sam).catch(() => {});
    await look(organizationId, id);
    const [before] = await currentOf(organizationId, 'connection');
    const { enabled } = (before?.content ?? {}) as { enabled?: boolean };
    await write(enabled ? disableConnection : enableConnection, { organizationId, connectionId: id }, sam);
    expect(await db().snapshotPart.findMany({ where: { organizationId, part: 'connection' } })).toMatchObject(
      [{ staleAt: expect.any(Date) }],
    );
    await look(organizationId, id);
    expect(await changesOf(organizationId)).toMatchObject([
      { type: 'connection.changed', actor: sam.email, data: { intents: [expect.stringMatching(/^\d+$/)] } },
    ]);
  });

  it('says what was added and removed only between two whole lists', async () => {
    const organizationId = await newOrganization();
    const { domains } = scalekitClient(environment);
    const read = async () => {
      await runQuery(listDomains.definition, environment, testPrincipal(), { organizationId });
      await snapshotsKept();
    };
    const add = (domain: string) => domains.createDomain({ ...byId(organizationId), domain: { domain } });
    const name = `${randomUUID().slice(0, 8)}.example`;
    await add(`first-${name}`);
    await read();
    expect(await changesOf(organizationId)).toEqual([]);
    const added = await add(`second-${name}`);
    await read();
    await domains.deleteDomain({ ...byId(organizationId), id: added.domain?.id ?? '' });
    await read();
    expect((await changesOf(organizationId)).map(({ type, targetId }) => [type, targetId])).toEqual([
      ['domain.added', added.domain?.id],
      ['domain.removed', added.domain?.id],
    ]);
  });

  it('is none where a list knew less than the thing itself', async () => {
    const organizationId = await newOrganization();
    const id = await newConnection(organizationId);
    await setSaml(organizationId, id, 'https://idp.example/sso');
    await runQuery(listConnections.definition, environment, testPrincipal(), { organizationId });
    await look(organizationId, id);
    await runQuery(listConnections.definition, environment, testPrincipal(), { organizationId });
    await snapshotsKept();
    expect(await changesOf(organizationId)).toEqual([]);
    expect(await currentOf(organizationId, 'connection')).toMatchObject([
      { partial: false, content: { signOnAddress: 'https://idp.example/sso' } },
    ]);
    expect(await db().snapshotExpiry.findMany({ where: { organizationId } })).toMatchObject([
      { kind: 'certificate', objectId: id, name: 'idp.example' },
    ]);
  });
});

it('leaves a page as it is when nothing can be kept', async () => {
  const organizationId = await newOrganization();
  const id = await newConnection(organizationId);
  const broken = vi.spyOn(db(), '$transaction').mockRejectedValueOnce(new Error('no room'));
  await look(organizationId, id);
  broken.mockRestore();
  expect(await currentOf(organizationId, 'connection')).toEqual([]);
});

const byId = (organizationId: string) => ({
  identities: { case: 'organizationId' as const, value: organizationId },
});
