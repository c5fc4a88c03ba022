import { makeCertificate } from '@/emulator/connections/self-signed-certificate';
import { snapshotsKept } from '@/lib/audit/snapshots/keep';
import { db } from '@/lib/db';
import { getConnection } from '@/lib/features/connections/queries';
import { scalekitClient } from '@/lib/scalekit/client';
import { connectionsPb } from '@/lib/scalekit/services';
import { runQuery } from '@/lib/server/define-query';
import { readEnvironment } from '@/lib/server/snapshots/read-environment';
import { readOrganization, walkedParts } from '@/lib/server/snapshots/read-organization';
import { newOrganization } from './organization';
import { testPrincipal } from './principal';

// For tests of what Keydesk keeps of an organization's configuration.

const environment = 'production';
const { ConnectionProvider, ConnectionType } = connectionsPb;
const saml = { provider: ConnectionProvider.OKTA, type: ConnectionType.SAML };

/** The first call of each operation compiles the emulator's rules, for which a busy machine takes longer than a call may last. */
export async function warmUp(): Promise<void> {
  const id = await newOrganization().catch(() => newOrganization());
  const read = () => readOrganization(environment, scalekitClient(environment), id, walkedParts);
  await read().catch(read);
  await readEnvironment(environment, scalekitClient(environment));
}

export async function newConnection(organizationId: string) {
  const { connections } = scalekitClient(environment);
  const { connection } = await connections.createConnection({ organizationId, connection: saml });
  return connection?.id ?? '';
}

export async function setSaml(
  organizationId: string,
  id: string,
  idpSsoUrl: string,
  commonName = 'idp.example',
) {
  const now = Math.floor(Date.now() / 1000) * 1000;
  const idpCertificate = makeCertificate({
    ...{
      commonName,
      organization: 'Heronsgate',
      notBefore: now - 86_400_000,
      notAfter: now + 20 * 86_400_000,
    },
  });
  const value = { idpEntityId: 'https://idp.example', idpSsoUrl, idpCertificate };
  const settings = { case: 'samlConfig', value } as const;
  await scalekitClient(environment).connections.updateConnection({
    ...{ organizationId, id, connection: { ...saml, settings } },
  });
}

export const look = async (organizationId: string, connectionId: string) => {
  await runQuery(getConnection.definition, environment, testPrincipal(), { organizationId, connectionId });
  await snapshotsKept();
};

type Row = {
  type: string;
  since: Date;
  at: Date;
  actor: string | null;
  targetId: string;
  data: Record<string, unknown>;
};
export const changesOf = (organizationId: string) => db().$queryRaw<Row[]>`
  SELECT type, since, at, actor, target_id AS "targetId", data FROM activity.entry
  WHERE stream = 'change' AND organization_id = ${organizationId} ORDER BY at, id`;

export const currentOf = (organizationId: string, part: string) =>
  db().organizationSnapshot.findMany({
    where: { environment, organizationId, part, endedAt: null },
    orderBy: { objectId: 'asc' },
  });
