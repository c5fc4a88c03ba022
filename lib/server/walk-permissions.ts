import 'server-only';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { rolesPb } from '@/lib/scalekit/services';

/**
 * The environment's permissions and Scalekit's own, by name, read page after page of 100 up to a bound.
 * `complete` is false when there are more. Source: GET /permissions, by cursor.
 */
export async function walkPermissions(scalekit: ScalekitClient, atMost: number) {
  const permissions: rolesPb.Permission[] = [];
  let pageToken = '';
  do {
    const page = await scalekit.roles.listPermissions({
      pageSize: 100,
      pageToken,
      type: rolesPb.PermissionType.ALL,
    });
    permissions.push(...page.permissions);
    pageToken = page.nextPageToken;
  } while (pageToken !== '' && permissions.length < atMost);
  permissions.sort((one, other) => one.name.localeCompare(other.name, 'en'));
  return { permissions, complete: pageToken === '' };
}
