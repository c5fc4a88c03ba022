import { describe, expect, it } from 'vitest';
import { connectionsPb } from '@/lib/scalekit/services';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { configureOidc } from './actions';
import type { OidcFields } from './schema';
import { draft, oidcInput, setupOf, stored } from './test-connections';

withTestDatabase();
const emulator = withEmulator();

const sentUpdates = () =>
  emulator.current.journal.list('connections.updateConnection').map(({ request }) => request);

const oidc = {
  issuer: 'https://login.heronsgate.example',
  clientId: 'keydesk-app',
  clientSecret: 'hush-hush-made-up',
} satisfies Partial<OidcFields>;

describe('configureOidc', () => {
  it('saves, completes the connection, and logs names of fields alone', async () => {
    const one = await draft('OIDC');
    const somebody = testPrincipal();
    const input = await oidcInput(one, { ...oidc, tokenAuthType: 'BASIC_AUTH', pkceEnabled: true });
    await write(configureOidc, input, somebody);
    const connection = await stored(one);
    expect(connection.status).toBe(connectionsPb.ConnectionStatus.COMPLETED);
    expect(connection.settings.value).toMatchObject({ ...oidc, tokenAuthType: 2, pkceEnabled: true });
    const log = await logOf(somebody);
    expect(log.at(-1)?.details).toEqual({
      changed: expect.arrayContaining(['issuer', 'clientId', 'clientSecret', 'scopes', 'pkceEnabled']),
    });
    expect(JSON.stringify(log)).not.toContain('hush-hush');
  });

  it('hands a mask and never the secret to the form, and leaves the secret when none is typed', async () => {
    const one = await draft('OIDC');
    await write(configureOidc, await oidcInput(one, oidc));
    const setup = await setupOf(one);
    expect(setup).toMatchObject({ type: 'OIDC', clientSecretMask: '••••••••', fields: { clientSecret: '' } });
    expect(JSON.stringify(setup)).not.toContain('hush-hush');
    emulator.current.journal.clear();
    await write(configureOidc, await oidcInput(one, { clientId: 'another-app' }));
    expect(JSON.stringify(sentUpdates())).not.toMatch(/secret/i);
    expect((await stored(one)).settings.value).toMatchObject({ ...oidc, clientId: 'another-app' });
  });

  it.each(['••••••••', '********', 'hush****', '●●●●', '.....', 'xxxxxxxx'])(
    'refuses the mask %s as a secret',
    async (clientSecret) => {
      const one = await draft('OIDC');
      await write(configureOidc, await oidcInput(one, oidc));
      const error = await failureOf(write(configureOidc, await oidcInput(one, { clientSecret })));
      expect(error.fieldErrors?.clientSecret).toMatch(/^This is a mask and no secret/);
      expect((await stored(one)).settings.value).toMatchObject(oidc);
    },
  );

  it('refuses what cannot be right beside its field, and http unless it is allowed', async () => {
    const one = await draft('OIDC');
    const bad = {
      issuer: 'login.heronsgate.example',
      tokenUri: 'ftp://x.example',
      scopes: ['email' as const],
    };
    const error = await failureOf(write(configureOidc, await oidcInput(one, bad)));
    expect(Object.keys(error.fieldErrors ?? {}).sort()).toEqual(['issuer', 'scopes', 'tokenUri']);
    const http = { ...oidc, jwksUri: 'http://login.heronsgate.example/keys' };
    const insecure = await failureOf(write(configureOidc, await oidcInput(one, http)));
    expect(insecure.fieldErrors?.jwksUri).toMatch(/over http/);
    await write(configureOidc, await oidcInput(one, { ...http, debugEnabled: true }));
    expect(await stored(one)).toMatchObject({ debugEnabled: true });
  });

  it('sends nothing when nothing changed', async () => {
    const one = await draft('OIDC');
    await write(configureOidc, await oidcInput(one, oidc));
    emulator.current.journal.clear();
    expect(await write(configureOidc, await oidcInput(one))).toEqual({ changed: [] });
    expect(sentUpdates()).toEqual([]);
  });

  it('does not take a SAML connection', async () => {
    const saml = await draft('SAML');
    const input = { ...(await oidcInput(await draft('OIDC'), oidc)), ...saml };
    expect(await failureOf(write(configureOidc, input))).toMatchObject({ code: 'conflict' });
  });

  itFailsInWords({
    action: configureOidc,
    emulator,
    operation: 'connections.updateConnection',
    input: async () => oidcInput(await draft('OIDC'), oidc),
  });
});
