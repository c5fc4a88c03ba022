import { timestampMs } from '@bufbuild/protobuf/wkt';
import type { services, tokensPb } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { invalidArgument, invalidField } from '../errors';
import { hashSecret } from '../hash-secret';
import { requireOrganization } from '../organizations/find-organization';
import { paginate } from '../paging';
import type { Implementation } from '../service';
import { membershipId } from '../users/rows';
import { findToken, isActive, requireActiveToken } from './find-token';
import { toToken } from './messages';
import { newTokenValue } from './value';

/** ApiTokenService: opaque API keys of organizations and of their members. */
export function tokenService(environment: Environment): Implementation<typeof services.tokens> {
  const { clock, newId, store } = environment;

  function checkOwner({ organizationId, userId }: tokensPb.CreateToken): void {
    if (!organizationId) throw invalidField('token.organization_id', 'value is required', 'required');
    requireOrganization(environment, organizationId);
    if (userId && store.memberships.get(membershipId(organizationId, userId))?.status !== 'active') {
      throw invalidField('token.user_id', `${userId} is not an active member of ${organizationId}`, 'member');
    }
  }

  return {
    createToken({ token: input }) {
      if (!input) throw invalidArgument('token is required');
      checkOwner(input);
      const now = clock.now();
      const expiresAt = input.expiry && timestampMs(input.expiry);
      if (expiresAt !== undefined && expiresAt <= now) {
        throw invalidField('token.expiry', 'must be in the future', 'timestamp.gt_now');
      }
      const value = newTokenValue();
      const row = store.tokens.put({
        id: newId('apit'),
        createdAt: now,
        organizationId: input.organizationId,
        userId: input.userId || undefined,
        description: input.description,
        customClaims: input.customClaims,
        valueHash: hashSecret(value),
        suffix: value.slice(-4),
        expiresAt,
      });
      return { token: value, tokenId: row.id, tokenInfo: toToken(store, row) };
    },

    validateToken({ token }) {
      return { tokenInfo: toToken(store, requireActiveToken(environment, token)) };
    },

    // Idempotent: what is unknown or revoked already stays as it is.
    invalidateToken({ token }) {
      const row = findToken(environment, token);
      if (row && row.revokedAt === undefined) store.tokens.put({ ...row, revokedAt: clock.now() });
      return {};
    },

    listTokens(request) {
      const { id } = requireOrganization(environment, request.organizationId);
      const rows = store.tokens
        .findBy('organizationId', id)
        .filter((row) => !request.userId || row.userId === request.userId)
        .filter((row) => isActive(environment, row));
      const { items, totalSize, ...tokens } = paginate(rows, request, { fallback: 10, limit: 30 });
      return { ...tokens, totalCount: totalSize, tokens: items.map((row) => toToken(store, row)) };
    },

    updateToken({ token, customClaims, description }) {
      const current = requireActiveToken(environment, token);
      const replaces = Object.keys(customClaims).length > 0;
      const row = store.tokens.put({
        ...current,
        description: description ?? current.description,
        customClaims: replaces ? customClaims : current.customClaims,
      });
      return { tokenInfo: toToken(store, row) };
    },
  };
}
