import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Scope } from '@/lib/auth/principal';
import { withTestDatabase } from '@/tests/setup/database';
import { testPrincipal } from '@/tests/setup/principal';
import { errorOf } from '@/tests/setup/stub-client';
import { json, type StubScalekit, startStubScalekit } from '@/tests/setup/stub-scalekit';
import { type QueryDefinition, runQuery } from './define-query';

withTestDatabase();

let stub: StubScalekit;
beforeAll(async () => {
  stub = await startStubScalekit();
  process.env.SCALEKIT_PRODUCTION_URL = stub.environment.url;
});
beforeEach(() => {
  stub.requests.length = 0;
  stub.answer(json(200, { organization: { id: 'org_1', display_name: 'Acme' } }));
});
afterAll(() => stub.stop());

const input = z.object({ organizationId: z.string().min(1, 'Give an id.') });

const readName: QueryDefinition<typeof input, string> = {
  permission: 'organization.read',
  input,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId }, { scalekit }) => {
    const identities = { case: 'id', value: organizationId } as const;
    const { organization } = await scalekit.organizations.getOrganization({ identities });
    return organization?.displayName ?? '';
  },
};

const run = (
  definition: typeof readName,
  principal = testPrincipal(),
  raw: unknown = { organizationId: 'org_1' },
) => runQuery(definition, 'production', principal, raw);

describe('a read', () => {
  it('reaches Scalekit as the person who asked', async () => {
    expect(await run(readName)).toBe('Acme');
    expect(stub.requests).toHaveLength(1);
  });

  it('is for roles that include it', async () => {
    const notForViewers = { ...readName, permission: 'organization.update' as const };
    expect(await errorOf(run(notForViewers, testPrincipal({ role: 'viewer' })))).toMatchObject({
      code: 'forbidden',
    });
    expect(await run(notForViewers, testPrincipal({ role: 'support' }))).toBe('Acme');
    expect(stub.requests).toHaveLength(1);
  });

  it('checks the role before it looks for the owner of an id', async () => {
    let looked = false;
    const scope = async (): Promise<Scope> => {
      looked = true;
      return { kind: 'environment' };
    };
    const notForViewers = { ...readName, permission: 'organization.update' as const, scope };
    await errorOf(run(notForViewers, testPrincipal({ role: 'viewer' })));
    expect(looked).toBe(false);
  });

  it('of a customer who is not theirs finds nothing, for a limited person', async () => {
    const limited = testPrincipal({ customers: new Set(['org_2']) });
    expect(await errorOf(run(readName, limited))).toMatchObject({ code: 'not_found' });
    expect(stub.requests).toHaveLength(0);
    expect(await run(readName, limited, { organizationId: 'org_2' })).toBe('Acme');
  });

  it('of a whole environment is not for a limited person', async () => {
    const whole = { ...readName, scope: () => ({ kind: 'environment' }) as const };
    const limited = testPrincipal({ customers: new Set(['org_1']) });
    expect(await errorOf(run(whole, limited))).toMatchObject({ code: 'forbidden' });
    expect(await run(whole)).toBe('Acme');
  });

  it('parses what it is given', async () => {
    expect(await errorOf(run(readName, testPrincipal(), { organizationId: '' }))).toMatchObject({
      code: 'invalid',
      fieldErrors: { organizationId: 'Give an id.' },
    });
    expect(await errorOf(run(readName, testPrincipal(), null))).toMatchObject({ code: 'invalid' });
  });

  it('knows the environments it serves', async () => {
    const call = runQuery(readName, 'staging', testPrincipal(), { organizationId: 'org_1' });
    expect(await errorOf(call)).toMatchObject({ code: 'not_found' });
  });
});
