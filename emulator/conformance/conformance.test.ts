import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TestEmulator } from '../test-client';
import { checkConformance } from './check';
import { shapeOf } from './shape';

let test: TestEmulator;
beforeAll(async () => {
  test = await TestEmulator.start({ scenario: 'demo' });
});
afterEach(() => test.emulator.faults.clear());
afterAll(() => test.stop());

const check = (readOnly = false) => checkConformance(test.emulator, { readOnly });
const differences = async () =>
  (await check()).findings.filter(({ weight }) => weight === 'difference').map(({ words }) => words);
const count = () => test.emulator.store.organizations.size;

describe('the conformance tour', () => {
  it('finds no difference between two emulators, and leaves nothing behind', async () => {
    const before = [count(), test.emulator.store.users.size];
    const { asked, findings } = await check();
    expect(findings.filter(({ weight }) => weight === 'difference')).toEqual([]);
    expect(asked).toBeGreaterThan(85);
    expect([count(), test.emulator.store.users.size]).toEqual(before);
  });

  it('finds another status, an answer of another shape, and one that is no JSON', async () => {
    test.emulator.faults.add({ operation: 'roles.listOrganizationRoles', status: 403, times: 1 });
    test.emulator.faults.add({ operation: 'domains.getDomain', answer: 'other-shape', times: 1 });
    test.emulator.faults.add({ operation: 'connections.listConnections', answer: 'not-json', times: 1 });
    const words = (await differences()).join('\n');
    expect(words).toContain('status 403, the emulator says 200');
    expect(words).toContain('list; the emulator says object');
    expect(words).toContain('not JSON');
  });

  it('cleans up after a failure too', async () => {
    const before = count();
    test.emulator.faults.add({ operation: 'tokens.createToken', answer: 'reset', times: 1 });
    await expect(check()).rejects.toThrow();
    expect(count()).toBe(before);
  });

  it('makes nothing when it may only read', async () => {
    test.emulator.journal.clear();
    const { asked } = await check(true);
    expect(asked).toBeGreaterThan(10);
    expect(test.emulator.journal.list().filter(({ verb }) => verb !== 'GET' && verb !== 'POST')).toEqual([]);
    expect(test.emulator.journal.list('createOrganization')).toEqual([]);
  });

  it('says in words that the credentials are wrong', async () => {
    const wrong = { ...test.emulator, clientSecret: 'wrong' };
    await expect(checkConformance(wrong, { readOnly: true })).rejects.toThrow(/gave no token \(HTTP 401\)/);
  });
});

describe('a shape', () => {
  it('tells ids, times, addresses and opaque words by their kind', () => {
    const json = {
      id: 'org_176543210000000001',
      at: '2026-01-02T03:04:05Z',
      link: 'https://env.example/magicLink/0b2c3d4e-1111-2222-3333-444455556666',
      name: 'Tour abc',
      size: 3,
      list: [{ status: 'ACTIVE' }, { status: 'INACTIVE' }],
    };
    const shape = shapeOf(json, { origin: 'https://env.example', word: 'abc', values: true });
    expect(Object.fromEntries([...shape].map(([path, kinds]) => [path, [...kinds]]))).toEqual({
      id: ['id org_'],
      '': ['object'],
      at: ['time'],
      link: ['text <origin>/magicLink/<opaque>'],
      name: ['text Tour <word>'],
      size: ['number 3'],
      list: ['list of 2'],
      'list[]': ['object'],
      'list[].status': ['text ACTIVE', 'text INACTIVE'],
    });
  });
});
