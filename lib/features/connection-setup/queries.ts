import 'server-only';
import { AppError } from '@/lib/errors';
import { defineQuery } from '@/lib/server/define-query';
import { readCertificates, toCheck } from './certificates';
import { toSetup } from './current';
import {
  type CertificateCheck,
  type ConnectionSetup,
  checkCertificatesInput,
  connectionSetupInput,
} from './schema';

/** What the set-up form of a connection begins with. Source: GET /organizations/{id}/connections/{id}. */
export const getConnectionSetup = defineQuery({
  permission: 'connection.configure',
  input: connectionSetupInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId, connectionId }, { scalekit }): Promise<ConnectionSetup> => {
    const { connection } = await scalekit.connections.getConnection({ organizationId, id: connectionId });
    if (!connection)
      throw new AppError('not_found', `There is no connection ${connectionId} in this organization.`);
    return toSetup(connection);
  },
});

/** What stands in pasted certificates. Nothing is asked of Scalekit. */
export const checkCertificates = defineQuery({
  permission: 'connection.configure',
  input: checkCertificatesInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ certificates }): Promise<CertificateCheck[]> => readCertificates(certificates).map(toCheck),
});
