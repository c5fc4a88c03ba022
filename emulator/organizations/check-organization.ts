import { invalidField } from '../errors';
import type { Store } from '../store';
import type { OrganizationRow } from './rows';

/**
 * The documented rules that the contract's own annotations leave out.
 * @throws ConnectError invalid argument that names the field
 */
export function checkOrganization(store: Store, row: OrganizationRow): void {
  if (row.externalId && row.externalId.length > 255) {
    throw invalidField('organization.external_id', 'must be at most 255 characters', 'string.max_len');
  }
  if (row.logoUrl && !row.logoUrl.startsWith('https://')) {
    throw invalidField('organization.logo_url', 'must start with https://', 'string.pattern');
  }
  checkUnique(store, row, 'externalId', 'organization.external_id');
  checkUnique(store, row, 'slug', 'organization.slug');
}

function checkUnique(store: Store, row: OrganizationRow, key: 'externalId' | 'slug', field: string): void {
  const value = row[key];
  if (!value) return;
  const taken = store.organizations.findBy(key, value).some((other) => other.id !== row.id);
  if (taken) throw invalidField(field, `${value} is already used by another organization`, 'unique');
}
