import { describe, expect, it } from 'vitest';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { changeAppConnectionKey, updateGoogleConnection, updateOauthConnection } from './actions';
import { getAppConnection } from './queries';
import {
  changeElsewhere,
  googleInput,
  keyFile,
  lead,
  newAppConnection,
  newKey,
  oauthInput,
  setupOf,
  stored,
} from './test-app-connections';

withTestDatabase();
const emulator = withEmulator();

const sent = () =>
  emulator.current.journal
    .list('connections.updateEnvironmentConnection')
    .map(({ request }) => (request as { connection: object }).connection);

describe('updateOauthConnection', () => {
  it('sends what changed, with type, provider and key, and logs names alone', async () => {
    const one = await newAppConnection();
    const somebody = testPrincipal({ role: 'lead' });
    emulator.current.journal.clear();
    const change = { clientId: 'keydesk-app', clientSecret: 'hush-hush-made-up', pkceEnabled: true };
    const input = await oauthInput(one, change);
    expect(await write(updateOauthConnection, input, somebody)).toEqual({ changed: Object.keys(change) });
    expect(sent()).toEqual([
      {
        provider_key: 'HUBSPOT',
        type: 'OAUTH',
        key_id: one.keyId,
        oauth_config: { client_id: 'keydesk-app', client_secret: '[secret]', pkce_enabled: true },
      },
    ]);
    expect((await stored(one)).settings.value).toMatchObject({
      ...change,
      tokenUri: expect.stringContaining('hubapi'),
    });
    const log = JSON.stringify(await logOf(somebody));
    expect(log).toContain('clientSecret');
    expect(log).not.toContain('hush-hush');
    const shown = await runQuery(getAppConnection.definition, 'production', lead, one);
    expect(JSON.stringify([shown, await setupOf(one)])).not.toContain('hush-hush');
    expect(shown.settings).toContainEqual({ label: 'Client secret', value: 'is set' });
  });

  it('keeps the secret when none is typed, and refuses a mask', async () => {
    const one = await newAppConnection();
    await write(updateOauthConnection, await oauthInput(one, { clientSecret: 'hush-hush' }), lead);
    expect(await setupOf(one)).toMatchObject({ secretMask: '••••••••', fields: { clientSecret: '' } });
    await write(updateOauthConnection, await oauthInput(one, { prompt: 'consent' }), lead);
    for (const clientSecret of ['••••••••', '********', 'hush****', 'xxxxxxxx']) {
      const error = await failureOf(
        write(updateOauthConnection, await oauthInput(one, { clientSecret }), lead),
      );
      expect(error.fieldErrors?.clientSecret).toMatch(/^This is a mask/);
    }
    expect((await stored(one)).settings.value).toMatchObject({
      clientSecret: 'hush-hush',
      prompt: 'consent',
    });
  });

  it('merges with what somebody else changed, and stops where both changed the same', async () => {
    const one = await newAppConnection();
    const mine = await oauthInput(one, { prompt: 'consent' });
    await changeElsewhere(one, { tenantId: 'heronsgate' });
    await write(updateOauthConnection, mine, lead);
    expect((await stored(one)).settings.value).toMatchObject({ prompt: 'consent', tenantId: 'heronsgate' });
    const late = await oauthInput(one, { prompt: 'none' });
    await changeElsewhere(one, { prompt: 'login' });
    const error = await failureOf(write(updateOauthConnection, late, lead));
    expect(error.code).toBe('conflict');
    expect(error.fieldErrors?.prompt).toMatch(/It is now: login\./);
    expect((await stored(one)).settings.value).toMatchObject({ prompt: 'login' });
  });

  it('clears texts, and says which lists the API cannot empty', async () => {
    const one = await newAppConnection();
    const authorizeParams = [{ key: 'audience', value: 'crm' }];
    const filled = { prompt: 'consent', optionalScopeField: 'bot', optionalScopes: 'read', authorizeParams };
    await write(updateOauthConnection, await oauthInput(one, filled), lead);
    await write(updateOauthConnection, await oauthInput(one, { prompt: '' }), lead);
    expect((await stored(one)).settings.value).toMatchObject({
      prompt: '',
      optionalScopes: { fieldName: 'bot', scopes: ['read'] },
      extensions: { extraAuthorizeParams: { audience: 'crm' } },
    });
    const emptied = { scopes: '', optionalScopes: '', authorizeParams: [] };
    const error = await failureOf(write(updateOauthConnection, await oauthInput(one, emptied), lead));
    expect(Object.keys(error.fieldErrors ?? {}).sort()).toEqual(Object.keys(emptied).sort());
  });

  it('refuses what cannot be right beside its field, and a key that is taken', async () => {
    const one = await newAppConnection();
    const bad = { tokenUri: 'http://x.example', scopes: 'read write', keyId: '' };
    const error = await failureOf(write(updateOauthConnection, await oauthInput(one, bad), lead));
    expect(Object.keys(error.fieldErrors ?? {}).sort()).toEqual(['keyId', 'scopes', 'tokenUri']);
    const { keyId } = await newAppConnection();
    const taken = await failureOf(write(updateOauthConnection, await oauthInput(one, { keyId }), lead));
    expect(taken.fieldErrors?.keyId).toMatch(/used once/);
    const google = await newAppConnection('GOOGLE_DWD');
    const crossed = { ...(await oauthInput(one)), ...google };
    expect((await failureOf(write(updateOauthConnection, crossed, lead))).code).toBe('conflict');
  });

  it('sends nothing when nothing changed', async () => {
    const one = await newAppConnection();
    emulator.current.journal.clear();
    expect(await write(updateOauthConnection, await oauthInput(one), lead)).toEqual({ changed: [] });
    expect(sent()).toEqual([]);
  });

  itFailsInWords({
    action: updateOauthConnection,
    emulator,
    operation: 'connections.updateEnvironmentConnection',
    input: async () => oauthInput(await newAppConnection(), { prompt: 'consent' }),
    principal: { role: 'lead' },
  });
});

describe('updateGoogleConnection', () => {
  it('takes a key file in and never gives it out', async () => {
    const one = await newAppConnection('GOOGLE_DWD');
    const somebody = testPrincipal({ role: 'lead' });
    const scopes = 'https://www.googleapis.com/auth/calendar\nhttps://www.googleapis.com/auth/drive';
    const input = await googleInput(one, { serviceAccountJson: keyFile, scopes });
    await write(updateGoogleConnection, input, somebody);
    expect(await setupOf(one)).toMatchObject({
      kind: 'google',
      secretMask: '••••••••',
      fields: { scopes, serviceAccountJson: '' },
    });
    await write(updateGoogleConnection, await googleInput(one, { scopes: scopes.split('\n')[0] }), somebody);
    expect(sent().at(-1)).not.toHaveProperty('google_dwd_config.service_account_json');
    const everything = [await setupOf(one), await logOf(somebody), emulator.current.journal.list()];
    expect(JSON.stringify(everything)).not.toContain('bWFkZS11cC1rZXk');
  });

  it.each<[string, string, RegExp]>([
    ['words', 'the key', /^This is not JSON/],
    ['an OAuth client', '{"installed":{}}', /OAuth client/],
    ['a file without its key', keyFile.replace('private_key"', 'other"'), /lacks private_key\./],
    ['a mask', '********', /^This is a mask/],
  ])('refuses %s', async (_name, serviceAccountJson, sentence) => {
    const one = await newAppConnection('GOOGLE_DWD');
    const input = await googleInput(one, { serviceAccountJson });
    const error = await failureOf(write(updateGoogleConnection, input, lead));
    expect(error.fieldErrors?.serviceAccountJson).toMatch(sentence);
  });

  itFailsInWords({
    action: updateGoogleConnection,
    emulator,
    operation: 'connections.updateEnvironmentConnection',
    input: async () => googleInput(await newAppConnection('GOOGLE_DWD'), { scopes: 'openid' }),
    principal: { role: 'lead' },
  });
});

describe('changeAppConnectionKey', () => {
  const input = async () => {
    const { connectionId, keyId } = await newAppConnection('API_KEY');
    return { connectionId, before: { keyId }, keyId: newKey() };
  };

  it('changes the key and nothing else', async () => {
    const one = await input();
    await write(changeAppConnectionKey, one, lead);
    expect(await setupOf(one)).toMatchObject({
      kind: 'other',
      type: 'API_KEY',
      fields: { keyId: one.keyId },
    });
  });

  itFailsInWords({
    action: changeAppConnectionKey,
    emulator,
    operation: 'connections.updateEnvironmentConnection',
    input,
    principal: { role: 'lead' },
  });
});
