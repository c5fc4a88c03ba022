import type { Expiring } from '@/lib/features/expiry/schema';
import { paths, withSearch } from '@/lib/paths';

/** Where what runs out is renewed. */
export function expiringHref(environment: string, organizationId: string, row: Expiring): string {
  const { kind, id, placeId } = row;
  if (kind === 'certificate') return paths.rotateCertificate(environment, organizationId, placeId ?? '');
  if (kind === 'client_secret') return paths.apiClient(environment, organizationId, placeId ?? '');
  if (kind === 'directory_secret') return paths.directory(environment, organizationId, placeId ?? '');
  if (kind === 'portal_link') return withSearch(paths.portalLinks(environment, organizationId), { link: id });
  if (kind === 'account_link') return paths.connectedAccount(environment, placeId ?? '');
  if (kind === 'connected_account') return paths.connectedAccount(environment, id);
  if (kind === 'invitation') return paths.members(environment, organizationId);
  return paths.apiKeys(environment, organizationId);
}
