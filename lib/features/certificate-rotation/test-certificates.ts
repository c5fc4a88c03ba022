import { makeCertificate } from '@/emulator/connections/self-signed-certificate';
import { scalekitClient } from '@/lib/scalekit/client';
import { connectionsPb } from '@/lib/scalekit/services';
import { newOrganization } from '@/tests/setup/organization';
import type { Place } from './read-saml';

const dayMs = 86_400_000;

/** A certificate of a made-up provider that is valid from and until so many days from now. */
export const certificate = (days: number, commonName = 'idp.heronsgate.example', from = -900) =>
  makeCertificate({
    commonName,
    organization: 'Heronsgate',
    notBefore: Date.now() + from * dayMs,
    notAfter: Math.floor(Date.now() / 1000) * 1000 + days * dayMs,
  });

/** A SAML connection of a customer of its own, with these certificates. */
export async function samlConnection(...pems: string[]): Promise<Place> {
  const organizationId = await newOrganization();
  const { connections } = scalekitClient('production');
  const { OKTA } = connectionsPb.ConnectionProvider;
  const kind = { provider: OKTA, type: connectionsPb.ConnectionType.SAML };
  const { connection } = await connections.createConnection({ organizationId, connection: kind });
  const id = connection?.id ?? '';
  for (const idpCertificate of pems) {
    const value = {
      idpEntityId: 'https://idp.heronsgate.example',
      idpSsoUrl: 'https://idp.heronsgate.example/sso',
      forceAuthn: true,
      idpCertificate,
    };
    const settings = { case: 'samlConfig', value } as const;
    await connections.updateConnection({ organizationId, id, connection: { ...kind, settings } });
  }
  return { organizationId, connectionId: id };
}

/** What Scalekit has of it. */
export async function storedSaml({ organizationId, connectionId: id }: Place) {
  const { connection } = await scalekitClient('production').connections.getConnection({ organizationId, id });
  if (connection?.settings.case !== 'samlConfig') throw new Error('no SAML connection');
  return connection.settings.value;
}
