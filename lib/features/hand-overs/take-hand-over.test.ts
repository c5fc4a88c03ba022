import { expect, it } from 'vitest';
import { db } from '@/lib/db';
import { withTestDatabase } from '@/tests/setup/database';
import { testPrincipal } from '@/tests/setup/principal';
import { write } from '@/tests/setup/write';
import { revokeHandOver } from './actions';
import { findPublicHandOver, takeHandOver } from './take-hand-over';
import { insertHandOver } from './test-rows';

withTestDatabase();

const opener = { ip: '203.0.113.7', browser: 'Firefox 131 on Linux' };
const read = (id: string) => db().handOver.findUniqueOrThrow({ where: { id } });
const past = new Date(Date.now() - 1);

it('gives the ciphertext once, empties the row and keeps who it was', async () => {
  const { id, token, sealed } = await insertHandOver();
  expect(await takeHandOver(token, opener)).toEqual({
    state: 'taken',
    sealed,
    kind: 'api_key',
    label: 'Nightly export',
  });
  expect(await read(id)).toMatchObject({
    sealed: null,
    openedAt: expect.any(Date),
    openedIp: opener.ip,
    openedBrowser: opener.browser,
  });
  expect(await takeHandOver(token, opener)).toEqual({ state: 'opened', openedAt: expect.any(String) });
});

it('lets exactly one of 50 through that come at once', async () => {
  const { id, token } = await insertHandOver();
  const browsers = Array.from({ length: 50 }, (_, index) => `browser ${index}`);
  const results = await Promise.all(browsers.map((browser) => takeHandOver(token, { ip: null, browser })));
  expect(results.filter(({ state }) => state === 'taken')).toHaveLength(1);
  expect(results.filter(({ state }) => state === 'opened')).toHaveLength(49);
  const winner = browsers[results.findIndex(({ state }) => state === 'taken')];
  expect(await read(id)).toMatchObject({ openedBrowser: winner, sealed: null });
});

it('is either opened or revoked when both come at once, and never both', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { id, token, organizationId } = await insertHandOver();
    const revoking = write(revokeHandOver, { organizationId, handOverId: id }, testPrincipal()).then(
      () => true,
      () => false,
    );
    const [revoked, { state }] = await Promise.all([revoking, takeHandOver(token, opener)]);
    expect(state).toBe(revoked ? 'revoked' : 'taken');
    const row = await read(id);
    expect([row.openedAt === null, row.revokedAt === null]).toEqual([revoked, !revoked]);
  }
});

it('looking takes nothing', async () => {
  const { id, token, sealed, expiresAt } = await insertHandOver();
  expect(await findPublicHandOver(token)).toEqual({ state: 'waiting', expiresAt: expiresAt.toISOString() });
  expect(await read(id)).toMatchObject({ openedAt: null, sealed });
});

it.each([
  ['expired', { expiresAt: past }],
  ['revoked', { revokedAt: past, sealed: null }],
])('gives nothing of one that is %s', async (state, changes) => {
  const { id, token } = await insertHandOver(changes);
  expect(await takeHandOver(token, opener)).toEqual({ state });
  expect(await findPublicHandOver(token)).toEqual({ state });
  expect(await read(id)).toMatchObject({ openedAt: null, sealed: null });
});

it.each(['x', 'A'.repeat(22), 'A'.repeat(43), "' OR 1=1 --"])('knows nothing of %s', async (token) => {
  expect(await takeHandOver(token, opener)).toEqual({ state: 'made_up' });
  expect(await findPublicHandOver(token)).toEqual({ state: 'made_up' });
});
