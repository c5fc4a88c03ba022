import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AgentFixture } from './agent-fixture';

let agents: AgentFixture;

beforeAll(async () => {
  agents = await AgentFixture.start();
  await agents.connection('gmail');
  await agents.connection('stripe', 'STRIPE', 'API_KEY');
});
afterAll(() => agents.stop());

async function link(identifier: string, fields: object = {}, connector = 'gmail'): Promise<string> {
  const body = { connector, identifier, ...fields };
  const { json } = await agents.test.call('POST', '/connected_accounts/magic_link', body);
  return json.link;
}

const decide = (url: string, form: Record<string, string>) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });

async function details(identifier: string, connector = 'gmail') {
  const query = `?connector=${connector}&identifier=${identifier}`;
  return (await agents.test.call('GET', `/connected_accounts/details${query}`)).json.connected_account;
}

describe('a magic link', () => {
  it('makes the account ACTIVE after consent, once', async () => {
    const url = await link('ines@example.com');
    const page = await fetch(url);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await page.text()).toContain('ines@example.com');
    const connected = await decide(url, { decision: 'allow' });
    expect([connected.status, await connected.text()]).toEqual([200, expect.stringContaining('Connected')]);
    const account = await details('ines@example.com');
    expect(account).toMatchObject({ status: 'ACTIVE', token_expires_at: expect.any(String) });
    expect(agents.eventsOf(account.id)).toEqual([
      'created',
      'magic_link_generated',
      'oauth_tokens_fetched',
      'status_updated',
      'oauth_succeeded',
    ]);
    expect((await decide(url, { decision: 'allow' })).status).toBe(410);
  });

  it('leaves the account as it is when the person declines', async () => {
    const url = await link('tobin@example.com');
    expect(await (await decide(url, { decision: 'deny' })).text()).toContain('Not connected');
    expect(await details('tobin@example.com')).toMatchObject({ status: 'PENDING_AUTH' });
  });

  it('expires', async () => {
    const url = await link('late@example.com');
    await agents.test.moveClock(10 * 60_000);
    expect((await fetch(url)).status).toBe(410);
    await agents.test.moveClock();
    expect((await fetch(`${url}x`)).status).toBe(404);
  });

  it('asks for a key where the provider has no OAuth', async () => {
    const url = await link('billing', {}, 'stripe');
    expect((await decide(url, { decision: 'allow', api_key: '' })).status).toBe(400);
    expect((await decide(url, { decision: 'allow', api_key: 'sk_1' })).status).toBe(200);
    expect(await details('billing', 'stripe')).toMatchObject({ status: 'ACTIVE' });
  });

  it('waits for the application to verify the person', async () => {
    const identifier = 'verify@example.com';
    const url = await link(identifier, { user_verify_url: 'https://app.example/done?x=1', state: 's1' });
    const answer = await decide(url, { decision: 'allow' });
    const target = new URL(answer.headers.get('location') ?? '');
    expect(target.origin + target.pathname).toBe('https://app.example/done');
    expect([target.searchParams.get('x'), target.searchParams.get('state')]).toEqual(['1', 's1']);
    expect(await details(identifier)).toMatchObject({ status: 'PENDING_VERIFICATION' });

    const verify = (as: string) =>
      agents.test.call('POST', '/connected_accounts/user/verify', {
        auth_request_id: target.searchParams.get('auth_request_id'),
        identifier: as,
      });
    expect((await verify('mallory@example.com')).status).toBe(403);
    expect(await verify(identifier)).toMatchObject({
      status: 200,
      json: { post_user_verify_redirect_url: '' },
    });
    expect(await details(identifier)).toMatchObject({ status: 'ACTIVE' });
    expect((await verify(identifier)).status).toBe(404);
  });
});
