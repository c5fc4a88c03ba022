import type { JsonObject, MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { eventsPb } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { eventTime } from './payloads';
import type { EventRow } from './rows';

const specVersion = '1';

/** An event as the API shows it. */
export function toScalekitEvent(
  environment: Environment,
  row: EventRow,
): MessageInitShape<typeof eventsPb.ScalekitEventSchema> {
  return {
    specVersion,
    id: row.id,
    type: row.type,
    occurredAt: timestampFromMs(row.createdAt),
    environmentId: environment.id,
    organizationId: row.organizationId,
    object: eventsPb.ObjectType[row.object],
    data: row.data,
    displayName: row.displayName,
  };
}

/** The body that webhooks carry: fields that do not apply are left out. */
export function toEventEnvelope(environment: Environment, row: EventRow): JsonObject {
  return {
    spec_version: specVersion,
    id: row.id,
    type: row.type,
    object: row.object,
    occurred_at: eventTime(row.createdAt),
    environment_id: environment.id,
    ...(row.organizationId && { organization_id: row.organizationId }),
    data: row.data,
    ...(row.displayName && { display_name: row.displayName }),
  };
}
