import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { readX509 } from '@/lib/x509';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { whileSilent } from '@/tests/setup/silence';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { putBackCertificate, rotateCertificate } from './actions';
import { compareCertificates, getRotation } from './queries';
import type { Place } from './read-saml';
import { certificate, samlConnection, storedSaml } from './test-certificates';

withTestDatabase();
const emulator = withEmulator();

const fingerprintOf = (pem: string) => readX509(pem)?.fingerprint;
const rotation = (place: Place) =>
  runQuery(getRotation.definition, 'production', testPrincipal(), { ...place });
const compare = (place: Place, pem: string) =>
  runQuery(compareCertificates.definition, 'production', testPrincipal(), { ...place, certificate: pem });

/** The emulator adds; this makes it replace, as the service may. */
function dropEarlier({ connectionId }: Place) {
  const { connections } = emulator.current.store;
  const row = connections.get(connectionId);
  if (row) connections.put({ ...row, certificates: row.certificates.slice(-1) });
}

describe('rotateCertificate', () => {
  it('keeps what is there, sends the new one with all that is set, and says that it was added', async () => {
    const [old, fresh] = [certificate(9), certificate(400)];
    const place = await samlConnection(old);
    const somebody = testPrincipal();
    const sent = await write(rotateCertificate, { ...place, certificate: fresh }, somebody);
    expect(sent).toMatchObject({ outcome: 'added', fingerprint: fingerprintOf(fresh), now: 2 });
    expect(await storedSaml(place)).toMatchObject({
      idpSsoUrl: 'https://idp.heronsgate.example/sso',
      forceAuthn: true,
    });
    const [request] = emulator.current.journal.list('connections.updateConnection').slice(-1);
    expect(JSON.stringify(request?.request)).toContain('"idp_entity_id":"https://idp.heronsgate.example"');
    expect(await rotation(place)).toMatchObject({
      certificates: [{ fingerprint: fingerprintOf(old) }, { fingerprint: fingerprintOf(fresh) }],
      kept: [{ fingerprint: fingerprintOf(old), isThere: true, keptByEmail: somebody.email }],
      lastSentAt: sent.sentAt,
    });
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', details: { fingerprint: fingerprintOf(fresh) } },
      { kind: 'outcome', outcome: 'ok', details: { outcome: 'added' } },
    ]);
  });

  it.each([
    ['nothing', () => ' '],
    ['something else', () => 'not a certificate'],
    ['two at once', () => certificate(300) + certificate(301)],
    ['an expired one', () => certificate(-3)],
    ['a private key', () => '-----BEGIN PRIVATE KEY-----'],
  ])('refuses %s beside the field, and sends nothing', async (_name, pem) => {
    const place = await samlConnection(certificate(9));
    emulator.current.journal.clear();
    const error = await failureOf(write(rotateCertificate, { ...place, certificate: pem() }));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual(['certificate']);
    expect(emulator.current.journal.list('connections.updateConnection')).toEqual([]);
  });

  it('refuses the one that is there already', async () => {
    const old = certificate(9);
    const place = await samlConnection(old);
    const error = await failureOf(write(rotateCertificate, { ...place, certificate: old }));
    expect(error.fieldErrors?.certificate).toMatch(/The same certificate/);
  });

  itFailsInWords({
    action: rotateCertificate,
    emulator,
    operation: 'connections.updateConnection',
    input: async () => ({ ...(await samlConnection(certificate(9))), certificate: certificate(400) }),
  });
});

describe('putBackCertificate', () => {
  /** A rotation that replaced, so that there is something to put back. */
  async function replaced() {
    const [old, fresh] = [certificate(9), certificate(400)];
    const place = await samlConnection(old);
    await write(rotateCertificate, { ...place, certificate: fresh });
    dropEarlier(place);
    const { kept } = await rotation(place);
    return { place, old, fresh, keptId: kept[0]?.id ?? '' };
  }

  it('sends the earlier one again, and keeps the one that was there', async () => {
    const { place, old, fresh, keptId } = await replaced();
    expect(await rotation(place)).toMatchObject({ kept: [{ isThere: false }] });
    const somebody = testPrincipal();
    const sent = await write(putBackCertificate, { ...place, keptId }, somebody);
    expect(sent).toMatchObject({ outcome: 'added', fingerprint: fingerprintOf(old) });
    const { kept } = await rotation(place);
    expect(new Set(kept.map(({ fingerprint }) => fingerprint))).toEqual(
      new Set([fingerprintOf(old), fingerprintOf(fresh)]),
    );
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', details: { keptId } },
      { kind: 'outcome', details: { fingerprint: fingerprintOf(old) } },
    ]);
    expect((await failureOf(write(putBackCertificate, { ...place, keptId }))).code).toBe('conflict');
  });

  it('knows none of another customer’s, and none that was never kept', async () => {
    const { place, keptId } = await replaced();
    const organizationId = await newOrganization();
    const foreign = { ...place, organizationId, keptId };
    expect((await failureOf(write(putBackCertificate, foreign))).code).toBe('not_found');
    const unknown = { ...place, keptId: randomUUID() };
    expect((await failureOf(write(putBackCertificate, unknown))).code).toBe('not_found');
  });

  itFailsInWords({
    action: putBackCertificate,
    emulator,
    operation: 'connections.updateConnection',
    input: async () => {
      const { place, keptId } = await replaced();
      return { ...place, keptId };
    },
  });

  it('leaves the note open when nobody knows whether the other was taken', async () => {
    const place = await samlConnection(certificate(9));
    const act = () => write(rotateCertificate, { ...place, certificate: certificate(400) });
    const error = await failureOf(whileSilent(emulator.current, 'connections.updateConnection', act));
    expect(error.unknown).toBe(true);
    const [kept] = await db().keptCertificate.findMany({ where: { connectionId: place.connectionId } });
    expect(kept?.replacedAt).toBeNull();
  });
});

describe('compareCertificates', () => {
  const words = async (place: Place, pem: string) =>
    (await compare(place, pem)).candidates.map(({ usable, findings }) => [
      usable,
      ...findings.map(({ sentence }) => sentence.split(/[:,.] /)[0]),
    ]);

  it('says in words what a certificate is beside those that are there', async () => {
    const old = certificate(100);
    const place = await samlConnection(old);
    expect(await words(place, certificate(100, 'other.example') + certificate(50))).toEqual([
      [true, 'It names another subject than the present one'],
      [true, 'It expires earlier than the present one'],
    ]);
    expect(await words(place, old)).toEqual([[false, 'The same certificate']]);
    expect((await words(place, certificate(-1)))[0]?.slice(0, 2)).toEqual([
      false,
      expect.stringMatching(/^It expired on/),
    ]);
    expect((await words(place, certificate(500, 'idp.heronsgate.example', 3)))[0]?.slice(0, 2)).toEqual([
      true,
      'It is not yet valid',
    ]);
    expect(await words(place, 'nonsense')).toEqual([[false, 'This cannot be read as a certificate']]);
    expect(await words(await samlConnection(), certificate(100))).toEqual([[true, expect.any(String)]]);
    const { candidates, against } = await compare(place, certificate(465));
    expect(against?.fingerprint).toBe(fingerprintOf(old));
    expect(candidates[0]?.findings).toEqual([
      { tone: 'success', sentence: 'Another certificate of the same subject. It lasts 365 days longer.' },
    ]);
  });
});
