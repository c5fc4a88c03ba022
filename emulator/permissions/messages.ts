import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import type { rolesPb } from '@/lib/scalekit/services';
import type { PermissionRow } from '../roles/rows';

/** A permission as the API shows it. */
export function toPermission(row: PermissionRow): MessageInitShape<typeof rolesPb.PermissionSchema> {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    createTime: timestampFromMs(row.createdAt),
    updateTime: timestampFromMs(row.updatedAt),
    isScalekitPermission: row.predefined ?? false,
  };
}
