import { expect, it } from 'vitest';
import { writeMarkdown } from '@/components/evidence-pack/write-markdown';
import { keepObservation } from '@/lib/audit/snapshots/keep';
import { scalekitClient } from '@/lib/scalekit/client';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { makeEvidencePack } from './actions';

withTestDatabase();
const emulator = withEmulator();
const lead = (part = {}) => testPrincipal({ role: 'lead', ...part });

it('gathers configuration and acts with their seals, holds no secret, and is noted in the staff log', async () => {
  const organizationId = await newOrganization();
  const created = await scalekitClient('production').tokens.createToken({
    token: { organizationId, description: 'Nightly' },
  });
  const fields = { description: 'Nightly', lastFour: 'x9Qz' };
  await keepObservation(
    'production',
    {
      ...{ organizationId, part: 'api_key', complete: true },
      objects: [{ id: created.tokenId, name: 'Nightly', fields }],
    },
    new Date(),
  );
  const somebody = lead();
  await write(makeEvidencePack, { organizationId }, somebody);
  const pack = await write(makeEvidencePack, { organizationId }, somebody);
  const part = (title: string) => pack.parts.find((one) => one.title === title)?.rows ?? [];
  expect(part('API keys')).toMatchObject([
    ['Nightly', created.tokenId, expect.stringContaining('x9Qz'), expect.any(String)],
  ]);
  const act = part('Acts of our staff').find((row) => row[5] === 'ok');
  expect(act).toMatchObject([
    expect.any(String),
    somebody.email,
    'lead',
    'evidence.make',
    `organization ${organizationId}`,
    'ok',
    expect.stringMatching(/^\d+$/),
    expect.stringMatching(/^[0-9a-f]{64}$/),
  ]);
  expect(pack.head).toMatchObject({ seal: expect.stringMatching(/^\d+$/), mac: expect.any(String) });
  const texts = [JSON.stringify(pack), writeMarkdown(pack)];
  for (const text of texts) expect(text).not.toContain(created.token);
  expect(texts[1]).toContain('## Acts of our staff');
  expect((await logOf(somebody)).at(-1)).toMatchObject({
    action: 'evidence.make',
    outcome: 'ok',
    organizationId,
  });
});

it('is for leads, of their own customers, and fails in words', async () => {
  const organizationId = await newOrganization();
  expect((await failureOf(write(makeEvidencePack, { organizationId }))).code).toBe('forbidden');
  const limited = lead({ customers: new Set() });
  expect((await failureOf(write(makeEvidencePack, { organizationId }, limited))).code).toBe('not_found');
  emulator.current.faults.add({ operation: 'users.listOrganizationUsers', status: 429 });
  const error = await failureOf(write(makeEvidencePack, { organizationId }, lead()));
  expect(error).toMatchObject({ code: 'rate_limited', unknown: false });
});
