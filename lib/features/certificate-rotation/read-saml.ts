import 'server-only';
import { AppError } from '@/lib/errors';
import type { ScalekitClient } from '@/lib/scalekit/client';
import type { connectionsPb } from '@/lib/scalekit/services';

export type Place = { organizationId: string; connectionId: string };

export type SamlConnection = {
  connection: connectionsPb.Connection;
  saml: connectionsPb.SAMLConnectionConfigResponse;
};

/**
 * A connection as it is now, if it signs in by SAML. Source: GET /organizations/{id}/connections/{id}.
 * @throws AppError not_found; conflict for one without certificates
 */
export async function readSamlConnection(place: Place, scalekit: ScalekitClient): Promise<SamlConnection> {
  const { organizationId, connectionId: id } = place;
  const { connection } = await scalekit.connections.getConnection({ organizationId, id });
  if (!connection) throw new AppError('not_found', `There is no connection ${id} in this organization.`);
  if (connection.settings.case !== 'samlConfig') {
    throw new AppError('conflict', 'This connection does not sign in by SAML: it has no certificate.');
  }
  return { connection, saml: connection.settings.value };
}
