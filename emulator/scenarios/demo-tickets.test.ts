import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, TestEmulator } from '../test-client';

let test: TestEmulator;
beforeAll(async () => {
  test = await TestEmulator.start({ scenario: 'demo' });
});
afterAll(() => test.stop());

const get = async (path: string): Promise<Json> => (await test.call('GET', path)).json;
const idOf = (label: string) => test.emulator.store.organizations.findBy('slug', label).at(0)?.id ?? '';
const ticketOf = async (label: string): Promise<string> =>
  (await get(`/organizations/${idOf(label)}`)).organization.metadata.open_ticket;

// Each everyday ticket of the tour, as a person of support would find it.
describe('the demo holds the ticket of', () => {
  it('a certificate that runs out, whose provider publishes the next one', async () => {
    expect(await ticketOf('zephyrine')).toMatch(/new certificate/);
    const [connection] = test.emulator.store.connections.findBy('organizationId', idOf('zephyrine'));
    const answer = await fetch(`${test.emulator.url}/idp/${connection?.id}/metadata`);
    const xml = await answer.text();
    expect(xml.match(/<ds:X509Certificate>/g)).toHaveLength(2);
    expect(xml).toContain(String(connection?.certificates[0]?.pem.split('\n')[1]));
    expect((await fetch(`${test.emulator.url}/idp/conn_1/metadata`)).status).toBe(404);
  });

  it('a domain that another customer holds, and leads sign-in by', async () => {
    expect(await ticketOf('saltmarsh')).toMatch(/rookery-press\.example/);
    const body = { domain: 'rookery-press.example' };
    const refused = await test.call('POST', `/organizations/${idOf('saltmarsh')}/domains`, body);
    expect(refused.status).toBe(400);
    const { connections } = await get('/connections?domain=rookery-press.example&include=all');
    expect(connections.map((one: Json) => one.organization_id)).toEqual([idOf('rookery')]);
    const path = `/organizations/${idOf('rookery')}/users:search?query=rookery-press.example`;
    expect((await get(path)).users).toHaveLength(2);
  });

  it('a customer in a region that nobody chose', async () => {
    expect(await ticketOf('harbourstone')).toMatch(/US by default/);
    expect((await get(`/organizations/${idOf('harbourstone')}`)).organization.region_code).toBe('US');
  });
});
