import type { services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { invalidArgument, invalidField } from '../errors';
import { requireOrganization } from '../organizations/find-organization';
import { type Page, paginate } from '../paging';
import { compareRows } from '../rows';
import type { Implementation } from '../service';
import type { Store } from '../store';
import { requireIdentifiedUser } from './find-user';
import { toUser } from './messages';
import { isFilled, mergeProfile } from './profile';
import { removeUser } from './remove';
import type { UserRow } from './rows';

type UserOperations = Implementation<typeof services.users>;

/** Users of the environment: read, list, search, update, delete. */
export function people(environment: Environment) {
  const { clock, store } = environment;

  function toPage({ items, ...page }: Page<UserRow>, organizationId?: string) {
    return { ...page, users: items.map((row) => toUser(environment, row, organizationId)) };
  }

  return {
    getUser({ identities }) {
      return { user: toUser(environment, requireIdentifiedUser(environment, identities)) };
    },

    listUsers(request) {
      return toPage(paginate(store.users.all(), request, { fallback: 10, limit: 100 }));
    },

    searchUsers(request) {
      const rows = store.users.all().filter((row) => holds(row, request.query));
      return toPage(paginate(rows, request, { fallback: 30, limit: 30 }));
    },

    searchOrganizationUsers(request) {
      const { id } = requireOrganization(environment, request.organizationId);
      const rows = members(store, id).filter((row) => holds(row, request.query));
      return toPage(paginate(rows, request, { fallback: 30, limit: 30 }), id);
    },

    listOrganizationUsers(request) {
      const { id } = requireOrganization(environment, request.organizationId);
      return toPage(paginate(members(store, id), request, { fallback: 10, limit: 100 }), id);
    },

    updateUser({ identities, user }) {
      const current = requireIdentifiedUser(environment, identities);
      if (!user) throw invalidArgument('user is required');
      const row: UserRow = { ...current, updatedAt: clock.now() };
      if (user.externalId !== undefined) row.externalId = user.externalId || undefined;
      if (isFilled(user.metadata)) row.metadata = user.metadata;
      if (user.userProfile) row.profile = mergeProfile(current.profile, user.userProfile);
      checkExternalId(store, row);
      return { user: toUser(environment, store.users.put(row)) };
    },

    deleteUser({ identities }) {
      removeUser(environment, requireIdentifiedUser(environment, identities));
      return {};
    },
  } satisfies UserOperations;
}

/** @throws ConnectError invalid argument when another user has the external id */
export function checkExternalId(store: Store, row: UserRow): void {
  if (!row.externalId) return;
  const taken = store.users.findBy('externalId', row.externalId).some((other) => other.id !== row.id);
  if (taken) throw invalidField('user.external_id', 'is already used by another user', 'unique');
}

// Oldest first, as tables hold them: by the user's own age, so that cursors stay put.
function members(store: Store, organizationId: string): UserRow[] {
  return store.memberships
    .findBy('organizationId', organizationId)
    .flatMap((membership) => store.users.get(membership.userId) ?? [])
    .sort(compareRows);
}

function holds(row: UserRow, query: string): boolean {
  const text = query.toLowerCase();
  return [row.email, row.id, row.externalId].some((value) => value?.toLowerCase().includes(text));
}
