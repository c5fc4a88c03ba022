import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import type { tokensPb } from '@/lib/scalekit/services';
import type { Store } from '../store';
import { membershipId } from '../users/rows';
import type { TokenRow } from './rows';

/** An API key as the API shows it, with what is known of its organization and member. */
export function toToken(store: Store, row: TokenRow): MessageInitShape<typeof tokensPb.TokenSchema> {
  const user = row.userId ? store.users.get(row.userId) : undefined;
  const membership = user && store.memberships.get(membershipId(row.organizationId, user.id));
  return {
    tokenId: row.id,
    organizationId: row.organizationId,
    organizationExternalId: store.organizations.get(row.organizationId)?.externalId,
    userId: row.userId,
    userExternalId: user?.externalId,
    customClaims: row.customClaims,
    expiry: row.expiresAt === undefined ? undefined : timestampFromMs(row.expiresAt),
    createdAt: timestampFromMs(row.createdAt),
    description: row.description,
    tokenSuffix: row.suffix,
    email: user?.email,
    roles: membership?.roles,
  };
}
