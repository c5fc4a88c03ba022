import { timestampDate } from '@bufbuild/protobuf/wkt';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { readBudget } from '@/lib/scalekit/budget';
import { type ScalekitClient, scalekitClient } from '@/lib/scalekit/client';
import { checkCredentials } from '@/lib/scalekit/token';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { whileSilent } from '@/tests/setup/silence';
import { errorOf } from '@/tests/setup/stub-client';

withTestDatabase();

const emulator = withEmulator();

let scalekit: ScalekitClient;
beforeAll(() => {
  scalekit = scalekitClient('production');
});
afterEach(() => emulator.current.journal.clear());

async function createOrganization(displayName = 'Acme'): Promise<string> {
  const { organization } = await scalekit.organizations.createOrganization({ organization: { displayName } });
  return organization?.id ?? '';
}

const byId = (value: string) => ({ identities: { case: 'id', value } as const });

describe('the console’s client against the emulator', () => {
  it('is one for each environment and priority, and for environments that are served only', () => {
    expect(scalekitClient('production')).toBe(scalekit);
    expect(scalekitClient('production', { priority: 'job' })).not.toBe(scalekit);
    expect(() => scalekitClient('staging')).toThrow(expect.objectContaining({ code: 'not_found' }));
  });

  it('creates, reads, changes, lists and deletes an organization', async () => {
    const id = await createOrganization('Globex');
    await scalekit.organizations.updateOrganization({
      ...byId(id),
      organization: { displayName: 'Globex Inc' },
    });
    const { organization } = await scalekit.organizations.getOrganization(byId(id));
    expect(organization).toMatchObject({ id, displayName: 'Globex Inc' });
    expect(organization?.createTime && timestampDate(organization.createTime)).toBeInstanceOf(Date);
    const { organizations } = await scalekit.organizations.listOrganization({ pageSize: 10 });
    expect(organizations[0]?.id).toBe(id);
    await scalekit.organizations.deleteOrganization(byId(id));
    expect(await errorOf(scalekit.organizations.getOrganization(byId(id)))).toMatchObject({
      code: 'not_found',
    });
  });

  it('issues, validates, lists and revokes an API key', async () => {
    const organizationId = await createOrganization();
    const { token, tokenId } = await scalekit.tokens.createToken({
      token: { organizationId, customClaims: { plan: 'gold' } },
    });
    const { tokenInfo } = await scalekit.tokens.validateToken({ token });
    expect(tokenInfo).toMatchObject({ tokenId, customClaims: { plan: 'gold' } });
    const { tokens } = await scalekit.tokens.listTokens({ organizationId });
    expect(tokens.map((one) => one.tokenId)).toEqual([tokenId]);
    await scalekit.tokens.invalidateToken({ token: tokenId });
    const error = await errorOf(scalekit.tokens.validateToken({ token }));
    expect(error.code).not.toBe('unavailable');
    expect(error.message).not.toContain(token);
  });

  it('names the fields that the contract’s own rules refuse', async () => {
    const organizationId = await createOrganization();
    const claims = Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`claim${index}`, 'x']));
    const [noName, emptyClaim, manyClaims, longText] = await Promise.all([
      errorOf(scalekit.organizations.createOrganization({ organization: { displayName: '' } })),
      errorOf(scalekit.tokens.createToken({ token: { organizationId, customClaims: { plan: '' } } })),
      errorOf(scalekit.tokens.createToken({ token: { organizationId, customClaims: claims } })),
      errorOf(scalekit.tokens.createToken({ token: { organizationId, description: 'd'.repeat(256) } })),
    ]);
    expect(noName).toMatchObject({ code: 'invalid', fieldErrors: { displayName: expect.any(String) } });
    expect(emptyClaim).toMatchObject({
      code: 'invalid',
      fieldErrors: { 'customClaims.plan': expect.any(String) },
    });
    expect(manyClaims).toMatchObject({ code: 'invalid', fieldErrors: { customClaims: expect.any(String) } });
    expect(longText).toMatchObject({ code: 'invalid', fieldErrors: { description: expect.any(String) } });
  });

  it('says what Scalekit calls the request', async () => {
    const error = await errorOf(scalekit.organizations.getOrganization(byId('org_404')));
    expect(error.requestId).toBe(emulator.current.journal.list('getOrganization').at(-1)?.traceId);
  });

  it('spends the shared budget', async () => {
    const taken = async () => (await db().apiBudgetHour.aggregate({ _sum: { taken: true } }))._sum.taken ?? 0;
    const before = await taken();
    await createOrganization();
    expect((await taken()) - before).toBe(1);
  });
});

describe('faults', () => {
  it('a token that Scalekit no longer knows is replaced, for a write too', async () => {
    emulator.current.faults.add({ operation: 'createOrganization', status: 401, times: 1 });
    expect(await createOrganization()).toMatch(/^org_/);
    expect(emulator.current.journal.list('oauth/token')).toHaveLength(1);
  });

  it('a busy moment is waited out by a read and told by a write', async () => {
    const id = await createOrganization();
    emulator.current.faults.add({ operation: '*', status: 503, times: 1 });
    expect((await scalekit.organizations.getOrganization(byId(id))).organization?.id).toBe(id);
    emulator.current.faults.add({ operation: '*', status: 503, times: 1 });
    expect(await errorOf(createOrganization())).toMatchObject({ code: 'unavailable', unknown: false });
  });

  it('a write whose answer is lost has happened, and is called unknown', async () => {
    emulator.current.faults.add({
      operation: 'createOrganization',
      answer: 'reset',
      when: 'after',
      times: 1,
    });
    expect(await errorOf(createOrganization('Lost and found'))).toMatchObject({ unknown: true });
    const { organizations } = await scalekit.organizations.listOrganization({ pageSize: 10 });
    expect(organizations[0]?.displayName).toBe('Lost and found');
  });

  it('a slow write is unknown, a slow read is only slow', async () => {
    const write = whileSilent(emulator.current, 'createOrganization', () => createOrganization());
    expect(await errorOf(write)).toMatchObject({ code: 'unavailable', unknown: true });
    const look = () => scalekit.organizations.getOrganization(byId('org_1'));
    const read = whileSilent(emulator.current, 'getOrganization', look);
    expect(await errorOf(read)).toMatchObject({ code: 'unavailable', unknown: false });
  });

  it.each(['not-json', 'other-shape', 'truncated'] as const)('an answer that is %s', async (answer) => {
    emulator.current.faults.add({ operation: '*', answer });
    expect(await errorOf(createOrganization())).toMatchObject({ code: 'unavailable', unknown: true });
  });

  it('429 halves the budget', async () => {
    await db().apiBudget.deleteMany();
    await createOrganization();
    emulator.current.faults.add({ operation: '*', status: 429, retryAfterSeconds: 9, times: 1 });
    expect(await errorOf(createOrganization())).toMatchObject({ code: 'rate_limited', retryAfterMs: 9_000 });
    const { limit, left, halvedUntil } = await readBudget('production');
    expect(left).toBeLessThanOrEqual(limit / 2);
    expect(halvedUntil?.getTime()).toBeGreaterThan(Date.now() + 4 * 60_000);
  });

  it('a wrong client secret is told at boot in words', async () => {
    const environment = {
      name: 'production',
      isProduction: true,
      url: emulator.current.url,
      clientId: emulator.current.clientId,
      clientSecret: 'wrong',
    };
    const error = await errorOf(checkCredentials(environment));
    expect(error.message).toContain(
      "Scalekit refused Keydesk's credentials for production (invalid_client).",
    );
  });

  it('an operation that this environment does not have says so', async () => {
    emulator.current.faults.add({ operation: 'tools.listTools', times: 1, status: 501 });
    const error = await errorOf(scalekit.tools.listTools({}));
    expect(error.code).toBe('unavailable');
    expect(error.message).toContain('Scalekit does not offer this in production.');
  });
});
