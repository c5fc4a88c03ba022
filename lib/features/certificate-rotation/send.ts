import 'server-only';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { logger } from '@/lib/logger';
import type { connectionsPb } from '@/lib/scalekit/services';
import type { ActionContext } from '@/lib/server/action-definition';
import type { ReadCertificate } from '@/lib/x509';
import { type Place, readSamlConnection, type SamlConnection } from './read-saml';
import { toSigningCertificate } from './rows';
import type { SentCertificate, SigningCertificate } from './schema';

/**
 * Keeps the certificates that are there, sends another one, and reads again what is there then.
 * Whether an upload adds or replaces is not published: the answer tells it from what was read.
 * @throws AppError conflict when it is there already
 */
export async function sendCertificate(
  place: Place,
  { pem, fingerprint }: ReadCertificate,
  context: ActionContext,
  check: (present: SigningCertificate[]) => void = () => {},
): Promise<SentCertificate> {
  const { organizationId, connectionId: id } = place;
  const { connections } = context.scalekit;
  const current = await readSamlConnection(place, context.scalekit);
  const before = current.saml.idpCertificates.map(toSigningCertificate);
  check(before);
  if (before.some((one) => one.fingerprint === fingerprint)) {
    throw new AppError('conflict', 'This certificate is there already. Nothing was sent.');
  }
  await keepCertificates(place, current, fingerprint, context);
  await connections.updateConnection({ organizationId, id, connection: withCertificate(current, pem) });
  const sentAt = new Date();
  await noteReplaced(place, fingerprint, sentAt, context.environment);
  const after = await readSamlConnection(place, context.scalekit).catch(() => null);
  const now = after?.saml.idpCertificates.map(toSigningCertificate) ?? null;
  const outcome = outcomeOf(before, now, fingerprint);
  return { outcome, fingerprint, sentAt: sentAt.toISOString(), now: now?.length ?? null };
}

/** What an upload did, by what was there before and is there afterwards. */
export function outcomeOf(
  before: SigningCertificate[],
  after: SigningCertificate[] | null,
  fingerprint: string,
): SentCertificate['outcome'] {
  if (!after) return 'unread';
  const there = new Set(after.map((one) => one.fingerprint));
  if (!there.has(fingerprint)) return 'not_there';
  return before.every((one) => there.has(one.fingerprint)) ? 'added' : 'replaced';
}

/** All that is set goes along, so that it holds whether Scalekit merges settings or replaces them. */
function withCertificate({ connection, saml }: SamlConnection, pem: string): Update {
  const { provider, type, providerKey, keyId } = connection;
  const { $typeName, $unknown, idpCertificates, spMetadataUrl, allowIdpInitiatedLogin, ...rest } = saml;
  const { spEntityId, spAssertionUrl, spSloUrl, ...theirs } = rest;
  const set = Object.entries(theirs).filter(([, value]) => value !== '' && value !== 0 && value !== false);
  const value = { ...Object.fromEntries(set), idpCertificate: pem };
  return { provider, type, providerKey, keyId, settings: { case: 'samlConfig', value } };
}

type Update = MessageInitShape<typeof connectionsPb.UpdateConnectionSchema>;

/** Before anything is sent: what is lost at Scalekit can be put back from here. */
async function keepCertificates(
  { organizationId, connectionId }: Place,
  { saml }: SamlConnection,
  replacedBy: string,
  { environment, principal }: ActionContext,
): Promise<void> {
  const note = { replacedBy, keptAt: new Date(), keptById: principal.staffId, keptByEmail: principal.email };
  const place = { environment, organizationId, connectionId };
  await db().$transaction(
    saml.idpCertificates.flatMap((stored) => {
      const { fingerprint } = toSigningCertificate(stored);
      // One that cannot be read could not be put back either.
      if (!fingerprint) return [];
      const key = { environment, connectionId, fingerprint };
      return db().keptCertificate.upsert({
        where: { environment_connectionId_fingerprint: key },
        create: { ...place, pem: stored.certificate, fingerprint, ...note },
        update: { ...note, replacedAt: null },
      });
    }),
  );
}

/** Scalekit has taken the other one: failing to note it must not read as if it had not. */
async function noteReplaced(
  { organizationId, connectionId }: Place,
  replacedBy: string,
  replacedAt: Date,
  environment: string,
): Promise<void> {
  const where = { environment, organizationId, connectionId, replacedBy, replacedAt: null };
  try {
    await db().keptCertificate.updateMany({ where, data: { replacedAt } });
  } catch (err) {
    logger.error({ err, ...where }, 'That a certificate was replaced could not be noted');
  }
}
