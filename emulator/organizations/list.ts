import type { services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { type Page, paginate } from '../paging';
import type { Implementation } from '../service';
import { toOrganization } from './messages';
import type { OrganizationRow } from './rows';

type OrganizationOperations = Implementation<typeof services.organizations>;

/** Lists and searches, newest first. */
export function organizationLists({ store }: Environment) {
  return {
    listOrganization(request) {
      const { externalId } = request;
      const rows = externalId
        ? store.organizations.findBy('externalId', externalId)
        : store.organizations.all();
      return toPage(paginate(rows, request, { fallback: 10, limit: 100 }));
    },

    searchOrganization(request) {
      const text = request.query.toLowerCase();
      const rows = store.organizations.all().filter((row) => holds(row, text));
      return toPage(paginate(rows, request, { fallback: 30, limit: 30 }));
    },
  } satisfies OrganizationOperations;
}

function holds(row: OrganizationRow, text: string): boolean {
  return [row.displayName, row.id, row.externalId].some((value) => value?.toLowerCase().includes(text));
}

function toPage({ items, ...page }: Page<OrganizationRow>) {
  return { ...page, organizations: items.map(toOrganization) };
}
