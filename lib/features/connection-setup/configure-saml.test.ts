import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors';
import { connectionsPb } from '@/lib/scalekit/services';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { configureSaml } from './actions';
import { checkCertificates } from './queries';
import { addFurther, namedAsInForm } from './save';
import type { SamlFields } from './schema';
import { certificate, draft, type Place, samlInput, setupOf, stored } from './test-connections';

withTestDatabase();
const emulator = withEmulator();

const saml = {
  idpEntityId: 'http://login.heronsgate.example/exk1',
  idpSsoUrl: 'https://login.heronsgate.example/sso',
} satisfies Partial<SamlFields>;
const everything = {
  ...saml,
  idpSsoRequestBinding: 'HTTP_REDIRECT',
  idpMetadataUrl: 'https://login.heronsgate.example/metadata',
  idpNameIdFormat: 'PERSISTENT',
  wantRequestSigned: true,
  certificateId: 'cer_1',
  samlSigningOption: 'SAML_RESPONSE_ASSERTION_SIGNING',
  assertionEncrypted: true,
  forceAuthn: true,
  defaultRedirectUri: 'https://app.heronsgate.example/home',
  idpSloRequired: true,
  idpSloUrl: 'https://login.heronsgate.example/slo',
  idpSloRequestBinding: 'HTTP_POST',
  jitProvisioningWithSsoEnabled: true,
  syncUserProfileOnLogin: true,
  uiButtonTitle: 'Sign in with Heronsgate',
  configurationType: 'MANUAL',
  debugEnabled: true,
} satisfies Partial<SamlFields>;

async function certificatesOf(one: Place) {
  const { settings } = await stored(one);
  return settings.case === 'samlConfig' ? settings.value.idpCertificates.map(({ issuer }) => issuer) : [];
}

describe('configureSaml', () => {
  it('saves every field, and reads it back as it was', async () => {
    const one = await draft('SAML');
    const input = await samlInput(one, { ...everything, idpCertificate: certificate('first') });
    await write(configureSaml, input);
    expect(await setupOf(one)).toMatchObject({ type: 'SAML', certificates: 1, fields: everything });
    expect((await stored(one)).status).toBe(connectionsPb.ConnectionStatus.COMPLETED);
  });

  it('empties a text and switches off, and leaves alone what nobody set', async () => {
    const one = await draft('SAML');
    await write(configureSaml, await samlInput(one, everything));
    const off = { forceAuthn: false, uiButtonTitle: '', idpSloRequired: false, idpSloUrl: '' };
    const somebody = testPrincipal();
    await write(configureSaml, await samlInput(one, off), somebody);
    expect(await setupOf(one)).toMatchObject({ fields: { ...everything, ...off } });
    expect((await logOf(somebody)).at(-1)?.details).toEqual({
      changed: expect.arrayContaining(Object.keys(off)),
    });
    const untouched = await draft('SAML');
    await write(configureSaml, await samlInput(untouched, saml));
    expect((await stored(untouched)).settings.value).not.toHaveProperty('forceAuthn');
  });

  it('adds several certificates, one call each', async () => {
    const one = await draft('SAML');
    const idpCertificate = `${certificate('first')}\n${certificate('second')}${certificate('first')}`;
    emulator.current.journal.clear();
    await write(configureSaml, await samlInput(one, { ...saml, idpCertificate }));
    expect(emulator.current.journal.list('connections.updateConnection')).toHaveLength(2);
    expect(await certificatesOf(one)).toEqual([
      expect.stringContaining('CN=first'),
      expect.stringContaining('CN=second'),
    ]);
  });

  it('says how far it came when a further certificate is not taken', async () => {
    const add = async (certificate: string) => {
      if (certificate === 'third') throw new AppError('conflict', 'There are enough.', { requestId: 'kd_1' });
    };
    expect(await failureOf(addFurther(['second', 'third', 'fourth'], add))).toMatchObject({
      code: 'conflict',
      message: 'The settings and 2 of 4 certificates are saved. Of the next: There are enough.',
      requestId: 'kd_1',
    });
  });

  it.each([
    ['expired', certificate('old', -3), /^This certificate expired on \d{4}-\d\d-\d\d\. Ask the customer/],
    ['unreadable', 'MIIC made up', /^This cannot be read as a certificate/],
    ['half a second one', `${certificate('a')}-----BEGIN CERTIFICATE-----\nMIIC`, /^This cannot be read/],
    ['a private key', '-----BEGIN PRIVATE KEY-----\nMC4C', /holds a private key/],
  ])('refuses a certificate that is %s, and sends nothing', async (_name, idpCertificate, sentence) => {
    const one = await draft('SAML');
    const input = await samlInput(one, { ...saml, idpCertificate });
    emulator.current.journal.clear();
    const error = await failureOf(write(configureSaml, input));
    expect(error.fieldErrors?.idpCertificate).toMatch(sentence);
    expect(emulator.current.journal.list()).toEqual([]);
  });

  it('wants an address where people sign out', async () => {
    const one = await draft('SAML');
    const input = await samlInput(one, { ...saml, idpSloRequired: true });
    expect((await failureOf(write(configureSaml, input))).fieldErrors).toEqual({
      idpSloUrl: 'Signing out there needs its address.',
    });
  });

  it('puts Scalekit’s own sentence beside the field that the form has', async () => {
    const refused = new AppError('invalid', 'no', { fieldErrors: { 'samlConfig.idpSsoUrl': 'is unknown' } });
    const error = await failureOf(namedAsInForm(() => Promise.reject(refused)));
    expect(error).toMatchObject({ code: 'invalid', fieldErrors: { idpSsoUrl: 'is unknown' } });
  });

  itFailsInWords({
    action: configureSaml,
    emulator,
    operation: 'connections.updateConnection',
    input: async () => samlInput(await draft('SAML'), { ...saml, idpCertificate: certificate('first') }),
  });
});

describe('checkCertificates', () => {
  it('shows issuer and expiry before anything is saved', async () => {
    const one = await draft('SAML');
    const certificates = `${certificate('good')}${certificate('old', -3)}`;
    const checks = await runQuery(checkCertificates.definition, 'production', testPrincipal(), {
      ...one,
      certificates,
    });
    expect(checks).toMatchObject([
      { issuer: 'C=US, O=Heronsgate, CN=good', problem: null },
      { issuer: 'C=US, O=Heronsgate, CN=old', problem: expect.stringMatching(/expired/) },
    ]);
  });
});
