import 'server-only';
import { db } from '@/lib/db';
import { providerName } from '@/lib/provider-name';
import { connectionsPb } from '@/lib/scalekit/services';
import { defineQuery } from '@/lib/server/define-query';
import { compareText } from './compare';
import { readSamlConnection } from './read-saml';
import { toKeptCertificate, toSigningCertificate } from './rows';
import {
  type Comparison,
  compareInput,
  type Rotation,
  rotationInput,
  type SignInWatch,
  watchInput,
} from './schema';
import { watchSignIns } from './watch';

/** A SAML connection's certificates now, and those kept from before. Source: GET …/connections/{id}, own records. */
export const getRotation = defineQuery({
  permission: 'connection.read',
  input: rotationInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async (place, { environment, scalekit }): Promise<Rotation> => {
    const [{ connection, saml }, records] = await Promise.all([
      readSamlConnection(place, scalekit),
      db().keptCertificate.findMany({
        where: { environment, ...place },
        orderBy: { keptAt: 'desc' },
        take: 20,
      }),
    ]);
    const certificates = saml.idpCertificates.map(toSigningCertificate);
    const there = new Set(certificates.map(({ fingerprint }) => fingerprint));
    const kept = records.map((record) => toKeptCertificate(record, there));
    const { ConnectionProvider } = connectionsPb;
    return {
      connectionId: connection.id,
      provider: providerName(connection.providerKey || (ConnectionProvider[connection.provider] ?? '')),
      enabled: connection.enabled,
      metadataUrl: saml.idpMetadataUrl ?? '',
      certificates,
      kept,
      lastSentAt:
        kept
          .flatMap(({ replacedAt }) => replacedAt ?? [])
          .sort()
          .at(-1) ?? null,
    };
  },
});

/** Pasted certificates beside those that are there. Nothing is saved. Source: GET …/connections/{id}. */
export const compareCertificates = defineQuery({
  permission: 'connection.read',
  input: compareInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ certificate, ...place }, { scalekit }): Promise<Comparison> => {
    const { saml } = await readSamlConnection(place, scalekit);
    return compareText(certificate, saml.idpCertificates.map(toSigningCertificate));
  },
});

/** Whether somebody has signed in through the connection since. Source: GET /logs/authentication/requests. */
export const watchSignIn = defineQuery({
  permission: 'connection.read',
  input: watchInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: ({ since, ...place }, { scalekit }): Promise<SignInWatch> => watchSignIns(place, since, scalekit),
});
