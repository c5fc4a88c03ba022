import { makeCertificate } from '@/emulator/connections/self-signed-certificate';
import { scalekitClient } from '@/lib/scalekit/client';
import { runQuery } from '@/lib/server/define-query';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { write } from '@/tests/setup/write';
import { createConnection } from './actions';
import { getConnectionSetup } from './queries';
import type { ConnectionSetup, OidcFields, SamlFields } from './schema';

const day = 86_400_000;

/** A certificate of a made-up provider that runs out in so many days. */
export const certificate = (commonName: string, days = 300) =>
  makeCertificate({
    commonName,
    organization: 'Heronsgate',
    notBefore: Date.now() - 900 * day,
    notAfter: Math.floor(Date.now() / 1000) * 1000 + days * day,
  });

export const newConnection = (organizationId: string, part: object = {}) => ({
  organizationId,
  provider: 'OKTA',
  providerKey: '',
  type: 'OIDC',
  keyId: '',
  ...part,
});

/** Where a connection is. */
export type Place = { organizationId: string; connectionId: string };

export async function draft(type: 'OIDC' | 'SAML'): Promise<Place> {
  const organizationId = await newOrganization();
  const { connectionId } = await write(createConnection, newConnection(organizationId, { type }));
  return { organizationId, connectionId };
}

export const setupOf = (one: Place): Promise<ConnectionSetup> =>
  runQuery(getConnectionSetup.definition, 'production', testPrincipal(), one);

/** The form as it is, with some fields changed. */
export async function samlInput(one: Place, part: Partial<SamlFields> = {}) {
  const setup = await setupOf(one);
  if (setup.type !== 'SAML') throw new Error('no SAML connection');
  return { ...one, ...setup.fields, ...part };
}

export async function oidcInput(one: Place, part: Partial<OidcFields> = {}) {
  const setup = await setupOf(one);
  if (setup.type !== 'OIDC') throw new Error('no OpenID Connect connection');
  return { ...one, ...setup.fields, ...part };
}

/** What Scalekit has of it. */
export async function stored({ organizationId, connectionId: id }: Place) {
  const { connection } = await scalekitClient('production').connections.getConnection({ organizationId, id });
  if (!connection) throw new Error('the connection is gone');
  return connection;
}
