import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import {
  createOrganization,
  deleteOrganization,
  setOrganizationFeature,
  updateOrganization,
} from './actions';
import { getOrganization } from './queries';

withTestDatabase();
const emulator = withEmulator();

const organizationInput = {
  displayName: 'Northwind Ceramics',
  externalId: '',
  region: 'EU' as const,
  metadata: [{ key: 'plan', value: 'gold' }],
};

async function newOrganization(part: Partial<typeof organizationInput> = {}): Promise<string> {
  const { organizationId } = await write(createOrganization, { ...organizationInput, ...part });
  return organizationId;
}

const read = (organizationId: string) =>
  runQuery(getOrganization.definition, 'production', testPrincipal(), { organizationId });

describe('createOrganization', () => {
  it('creates it in the chosen region and logs its id', async () => {
    const somebody = testPrincipal();
    const input = { ...organizationInput, externalId: 'crm-1' };
    const { organizationId } = await write(createOrganization, input, somebody);
    expect(await read(organizationId)).toMatchObject({
      displayName: 'Northwind Ceramics',
      externalId: 'crm-1',
      region: 'EU',
      metadata: [{ key: 'plan', value: 'gold' }],
    });
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', details: { displayName: 'Northwind Ceramics', region: 'EU' } },
      { kind: 'outcome', outcome: 'ok', targetId: organizationId },
    ]);
  });

  it.each([
    ['an empty name', { displayName: ' ' }, 'displayName'],
    ['a metadata key of two letters', { metadata: [{ key: 'ab', value: 'c' }] }, 'metadata.0.key'],
    ['no region', { region: undefined }, 'region'],
  ])('refuses %s beside the field', async (_name, part, field) => {
    const input = { ...organizationInput, ...part } as typeof organizationInput;
    const error = await failureOf(write(createOrganization, input));
    expect(error.code).toBe('invalid');
    expect(error.fieldErrors?.[field]).toBeTruthy();
  });

  it('says so when the external id is taken', async () => {
    await newOrganization({ externalId: 'crm-taken' });
    const error = await failureOf(
      write(createOrganization, { ...organizationInput, externalId: 'crm-taken' }),
    );
    expect(['invalid', 'conflict']).toContain(error.code);
    expect(error.message).toMatch(/external/i);
  });

  it('is not for a person limited to some customers', async () => {
    const limited = testPrincipal({ customers: new Set(['org_1']) });
    expect((await failureOf(write(createOrganization, organizationInput, limited))).code).toBe('forbidden');
  });

  itFailsInWords({
    action: createOrganization,
    emulator,
    operation: 'organizations.createOrganization',
    input: async () => organizationInput,
  });
});

describe('updateOrganization', () => {
  it('changes only what is present', async () => {
    const organizationId = await newOrganization();
    await write(updateOrganization, { organizationId, displayName: 'Northwind Tiles' });
    expect(await read(organizationId)).toMatchObject({
      displayName: 'Northwind Tiles',
      metadata: [{ key: 'plan', value: 'gold' }],
    });
  });

  it('clears the metadata, which proto3 JSON alone could not say', async () => {
    const organizationId = await newOrganization();
    await write(updateOrganization, { organizationId, metadata: [] });
    expect((await read(organizationId)).metadata).toEqual([]);
  });

  it('names the pairs that are still there, should Scalekit merge instead of replace', async () => {
    const organizationId = await newOrganization();
    const change = { organizationId, metadata: [{ key: 'tier', value: '2' }] };
    expect(await write(updateOrganization, change)).toEqual({ keptKeys: [] });
    const merged = { organization: { metadata: { plan: 'gold', tier: '2' } } };
    const scalekit = { organizations: { updateOrganization: async () => merged } };
    const context = { environment: 'production', principal: testPrincipal(), scalekit };
    const { run } = updateOrganization.definition;
    expect(await run(change, context as unknown as Parameters<typeof run>[1])).toEqual({
      keptKeys: ['plan'],
    });
  });

  it('refuses a slug with capital letters beside the field', async () => {
    const organizationId = await newOrganization();
    const error = await failureOf(write(updateOrganization, { organizationId, slug: 'North_Wind' }));
    expect(error.fieldErrors?.slug).toBeTruthy();
  });

  itFailsInWords({
    action: updateOrganization,
    emulator,
    operation: 'organizations.updateOrganization',
    input: async () => ({ organizationId: await newOrganization(), displayName: 'Other' }),
  });
});

describe('setOrganizationFeature', () => {
  it('switches one feature on and leaves the others', async () => {
    const organizationId = await newOrganization();
    const before = (await read(organizationId)).features;
    await write(setOrganizationFeature, { organizationId, feature: 'dir_sync', enabled: true });
    expect((await read(organizationId)).features).toEqual([...new Set([...before, 'dir_sync'])]);
  });

  itFailsInWords({
    action: setOrganizationFeature,
    emulator,
    operation: 'organizations.updateOrganizationSettings',
    input: async () => ({ organizationId: await newOrganization(), feature: 'sso' as const, enabled: true }),
  });
});

describe('deleteOrganization', () => {
  const lead = { role: 'lead' as const };
  const deletion = (organizationId: string) => ({
    organizationId,
    confirmName: 'Northwind Ceramics',
    reason: 'The contract has ended.',
  });

  it('deletes after the name was typed', async () => {
    const organizationId = await newOrganization();
    await write(deleteOrganization, deletion(organizationId), testPrincipal(lead));
    expect((await failureOf(read(organizationId))).code).toBe('not_found');
  });

  it('takes our own notes on it along', async () => {
    const organizationId = await newOrganization();
    const author = { authorId: randomUUID(), authorName: 'Ada', authorEmail: 'ada@staff.example' };
    const note = { environment: 'production', organizationId, text: 'They call on Fridays.', ...author };
    await db().organizationNote.create({ data: note });
    await write(deleteOrganization, deletion(organizationId), testPrincipal(lead));
    expect(await db().organizationNote.count({ where: { organizationId } })).toBe(0);
  });

  it('keeps it when the typed name is another', async () => {
    const organizationId = await newOrganization();
    const input = { ...deletion(organizationId), confirmName: 'Northwind' };
    const error = await failureOf(write(deleteOrganization, input, testPrincipal(lead)));
    expect(error.fieldErrors?.confirmName).toBeTruthy();
    expect(await read(organizationId)).toMatchObject({ id: organizationId });
  });

  it('asks for a fresh sign-in', async () => {
    const authTime = new Date(Date.now() - 11 * 60_000);
    const stale = testPrincipal({ ...lead, authTime });
    const error = await failureOf(write(deleteOrganization, deletion(await newOrganization()), stale));
    expect(error).toMatchObject({ code: 'unauthenticated', stepUp: true });
  });

  itFailsInWords({
    action: deleteOrganization,
    emulator,
    operation: 'organizations.deleteOrganization',
    principal: lead,
    input: async () => deletion(await newOrganization()),
  });
});
