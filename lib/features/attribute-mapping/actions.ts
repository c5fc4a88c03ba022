'use server';
import { createContextValues } from '@connectrpc/connect';
import { AppError } from '@/lib/errors';
import { toMap } from '@/lib/key-values';
import { bodyOverride } from '@/lib/scalekit/rest/transport';
import { defineAction } from '@/lib/server/define-action';
import { compareMappings } from './compare';
import { changeMappingInput } from './schema';

/**
 * PATCH /organizations/{id}/connections/{id} with the whole `attribute_mapping` and no settings. Whether Scalekit
 * replaces the map or merges into it is not published: what it answers is compared with what was sent.
 * @returns what is not as it was asked for, with the mapping before
 */
export const changeMapping = defineAction({
  permission: 'connection.map_attributes',
  input: changeMappingInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, connectionId, mapping }, { scalekit }) => {
    const { connection: current } = await scalekit.connections.getConnection({
      organizationId,
      id: connectionId,
    });
    if (!current) throw new AppError('not_found', `There is no connection ${connectionId} here.`);
    const { provider, type, providerKey, keyId } = current;
    const wanted = toMap(mapping);
    // An empty map vanishes from proto3 JSON: clearing has to be said in the body itself.
    const clears = mapping.length === 0;
    const { connection } = await scalekit.connections.updateConnection(
      {
        organizationId,
        id: connectionId,
        connection: { provider, type, providerKey, keyId: keyId || undefined, attributeMapping: wanted },
      },
      clears
        ? { contextValues: createContextValues().set(bodyOverride, { attribute_mapping: {} }) }
        : undefined,
    );
    if (!connection)
      throw new AppError('unavailable', 'Scalekit took it but did not say what it holds now.', {
        unknown: true,
      });
    return {
      ...compareMappings(wanted, connection.attributeMapping),
      before: { ...current.attributeMapping },
    };
  },
  audit: {
    target: ({ connectionId }) => ({ type: 'connection', id: connectionId }),
    details: ({ mapping }) => ({ mapping: toMap(mapping) }),
    result: ({ before, kept, missing }) => ({ details: { before, kept, missing } }),
  },
});
