import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeCertificate } from '../connections/self-signed-certificate';
import { type Json, TestEmulator } from '../test-client';

let test: TestEmulator;
let org: Json;
let visitor: Visitor;

beforeAll(async () => {
  test = await TestEmulator.start();
});
afterAll(() => test.stop());
beforeEach(async () => {
  org = await test.organization({ display_name: 'Smith & Sons' });
  const features = [{ name: 'dir_sync', enabled: true }];
  await test.call('PATCH', `/organizations/${org.id}/settings`, { features });
  visitor = await Visitor.open();
});

type Page = { status: number; location: string; html: string };

/** A customer's administrator: a browser that follows a portal link. */
class Visitor {
  private constructor(private readonly cookie: string) {}

  static async open(query = ''): Promise<Visitor> {
    const { link } = (await test.call('PUT', `/organizations/${org.id}/portal_links${query}`)).json;
    const opened = await fetch(link.location, { redirect: 'manual' });
    return new Visitor(opened.headers.get('set-cookie')?.split(';')[0] ?? '');
  }

  async get(path: string): Promise<Page> {
    return this.read(await fetch(test.emulator.url + path, { headers: { cookie: this.cookie } }));
  }

  async post(path: string, form: Record<string, string> = {}): Promise<Page> {
    const body = new URLSearchParams(form);
    const headers = { cookie: this.cookie };
    return this.read(
      await fetch(test.emulator.url + path, { method: 'POST', headers, body, redirect: 'manual' }),
    );
  }

  private async read(response: Response): Promise<Page> {
    return {
      status: response.status,
      location: response.headers.get('location') ?? '',
      html: await response.text(),
    };
  }
}

const api = async (path: string) => (await test.call('GET', `/organizations/${org.id}${path}`)).json;

describe('a domain', () => {
  it('is pending with its TXT record until the record is published', async () => {
    const added = await visitor.post('/portal/domains', { domain: 'Smith.example' });
    expect(added).toMatchObject({ status: 303, location: '/portal?done=domain-added' });
    const { domains } = await api('/domains?include=verification_details');
    expect(domains).toMatchObject([
      { domain: 'smith.example', verification_status: 'PENDING', verification_method: 'DNS' },
    ]);
    const { html } = await visitor.get('/portal');
    expect(html).toContain(domains[0].txt_record_secret);
    expect(html).toContain('Pending: waiting for the TXT record');
    await visitor.post(`/portal/domains/${domains[0].id}/publish`);
    expect((await api(`/domains/${domains[0].id}`)).domain.verification_status).toBe('VERIFIED');
    expect((await visitor.get('/portal')).html).toContain('Verified by DNS');
  });

  it('can be removed', async () => {
    await visitor.post('/portal/domains', { domain: 'gone.example' });
    const [{ id }] = (await api('/domains')).domains;
    await visitor.post(`/portal/domains/${id}/remove`);
    expect((await api('/domains')).domains).toEqual([]);
  });

  it.each(['gmail.com', 'not a domain', ''])('is refused beside the form: %j', async (domain) => {
    const answer = await visitor.post('/portal/domains', { domain });
    expect(answer.status).toBe(400);
    expect(answer.html).toContain('role="alert"');
    expect(answer.html).toContain(`value="${domain}"`);
  });
});

describe('a connection', () => {
  async function add(type: string): Promise<string> {
    return (await visitor.post('/portal/connections', { provider: 'OKTA', type })).location;
  }

  it('by SAML: addresses to enter, settings to save, then enabled', async () => {
    const path = await add('SAML');
    const id = path.split('/').at(-1);
    const { html } = await visitor.get(path);
    expect(html).toContain(`/sso/v1/saml/${id}/callback`);
    expect(html).toContain('Missing: entity ID, sign-in URL, signing certificate');
    const early = await visitor.post(`${path}/enable`);
    expect(early.status).toBe(400);
    expect(early.html).toContain('not configured completely');
    const saved = await visitor.post(path, {
      idpEntityId: 'https://idp.smith.example/entity',
      idpSsoUrl: 'https://idp.smith.example/sso',
      idpCertificate: makeCertificate({
        commonName: 'idp.smith.example',
        organization: 'Smith',
        notBefore: Date.UTC(2026, 0, 1),
        notAfter: Date.UTC(2030, 0, 1),
      }),
    });
    expect(saved.location).toBe(`${path}?done=settings-saved`);
    expect((await visitor.post(`${path}/enable`)).location).toBe(`${path}?done=connection-enabled`);
    expect((await api(`/connections/${id}`)).connection).toMatchObject({
      status: 'COMPLETED',
      enabled: true,
      saml_config: {
        idp_entity_id: 'https://idp.smith.example/entity',
        idp_certificates: [{ issuer: expect.stringContaining('CN=') }],
      },
    });
    await visitor.post(`${path}/disable`);
    expect((await api(`/connections/${id}`)).connection.enabled).toBe(false);
  });

  it('by OpenID Connect, and its secret is not shown again', async () => {
    const path = await add('OIDC');
    const settings = { issuer: 'https://idp.smith.example', clientId: 'client-1', clientSecret: 's3cret' };
    await visitor.post(path, settings);
    const { html } = await visitor.get(path);
    expect(html).toContain('client-1');
    expect(html).not.toContain('s3cret');
    await visitor.post(path, { ...settings, clientSecret: '' });
    expect((await visitor.post(`${path}/enable`)).status).toBe(303);
  });

  it('keeps what was typed when a certificate is none', async () => {
    const path = await add('SAML');
    const answer = await visitor.post(path, { idpEntityId: 'urn:typed', idpCertificate: 'nonsense' });
    expect(answer.status).toBe(400);
    expect(answer.html).toContain('is not an X.509 certificate');
    expect(answer.html).toContain('urn:typed');
  });

  it('refuses a provider that is not offered', async () => {
    const answer = await visitor.post('/portal/connections', { provider: 'NONE', type: 'SAML' });
    expect(answer.status).toBe(400);
  });

  it('of another organization is not there', async () => {
    const path = await add('SAML');
    org = await test.organization();
    const stranger = await Visitor.open();
    expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.post(`${path}/enable`)).status).toBe(404);
  });
});

describe('SCIM', () => {
  it('is turned on, with a secret that is shown once and works', async () => {
    const { status, html } = await visitor.post('/portal/directories', { provider: 'OKTA' });
    expect(status).toBe(200);
    const secret = /<dt>Secret<\/dt><dd>([^<]+)<\/dd>/.exec(html)?.[1] ?? '';
    const [directory] = (await api('/directories')).directories;
    expect(directory).toMatchObject({ directory_type: 'SCIM', directory_provider: 'OKTA', enabled: true });
    expect(html).toContain(directory.directory_endpoint);
    expect((await visitor.get('/portal')).html).not.toContain(secret);
    expect((await visitor.get('/portal')).html).toContain(`ends in ${secret.slice(-4)}`);
    const answer = await fetch(`${test.emulator.url}/directory/${directory.id}/scim/v2/Users`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    expect(answer.status).toBe(200);
  });

  it('gets another secret, and is turned off and on', async () => {
    const first = await visitor.post('/portal/directories', { provider: 'OKTA' });
    const [{ id }] = (await api('/directories')).directories;
    const second = await visitor.post(`/portal/directories/${id}/secret`);
    expect(second.html).toContain('shown this once');
    expect(second.html).not.toBe(first.html);
    await visitor.post(`/portal/directories/${id}/disable`);
    expect((await api(`/directories/${id}`)).directory.enabled).toBe(false);
    await visitor.post(`/portal/directories/${id}/enable`);
    expect((await api(`/directories/${id}`)).directory.enabled).toBe(true);
  });
});

describe('what the link does not cover', () => {
  it('is neither shown nor done', async () => {
    const narrow = await Visitor.open('?features=dir_sync');
    const { html } = await narrow.get('/portal');
    expect(html).toContain('Directory sync');
    expect(html).not.toContain('Single sign-on');
    const answer = await narrow.post('/portal/connections', { provider: 'OKTA', type: 'SAML' });
    expect(answer.status).toBe(404);
    expect((await api('/directories')).directories ?? []).toEqual([]);
  });

  it('ends with the session', async () => {
    test.emulator.clock.shift(6 * 3_600_000 + 1);
    const late = await visitor.post('/portal/domains', { domain: 'late.example' });
    test.emulator.clock.reset();
    expect(late.status).toBe(401);
    expect((await api('/domains')).domains).toEqual([]);
  });
});

describe('the pages', () => {
  it('run no script and load nothing', async () => {
    const answer = await fetch(`${test.emulator.url}/portal`);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    const { html } = await visitor.get('/portal');
    expect(html).not.toContain('<script');
  });

  it('label every control, once', async () => {
    const connection = await visitor.post('/portal/connections', { provider: 'OKTA', type: 'SAML' });
    for (const path of ['/portal', connection.location]) {
      const { html } = await visitor.get(path);
      const controls = [...html.matchAll(/<(?:input|select|textarea) id="([^"]+)"/g)].map(
        (match) => match[1],
      );
      expect(new Set(controls).size).toBe(controls.length);
      for (const control of controls) expect(html).toContain(`<label for="${control}"`);
    }
  });
});

it('keeps secrets out of the journal', async () => {
  const { location } = await visitor.post('/portal/connections', { provider: 'OKTA', type: 'OIDC' });
  await visitor.post(location, { clientId: 'client-1', clientSecret: 'n0t-in-the-journal' });
  const journal = JSON.stringify(test.emulator.journal.list());
  expect(journal).toContain('client-1');
  expect(journal).not.toContain('n0t-in-the-journal');
});
