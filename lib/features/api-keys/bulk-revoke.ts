import 'server-only';
import { AppError } from '@/lib/errors';
import { bulkKind } from '@/lib/server/bulk/kind';
import { revocation } from './revocation';
import { apiKeyPageSize } from './schema';

/** Revokes keys of an organization: those that were chosen, or all. All are found before the first goes. */
export const bulkRevoke = bulkKind({
  definition: revocation,
  doneSentence: 'Revoked.',
  lookUp: async ({ tokenId }, scalekit) => {
    try {
      await scalekit.tokens.validateToken({ token: tokenId });
      return null;
    } catch (error) {
      if (error instanceof AppError && error.code === 'not_found') return 'It is not active any more.';
      throw error;
    }
  },
  plan: async ({ organizationId }, pageToken, scalekit) => {
    const about = { organizationId: organizationId ?? '', pageToken, pageSize: apiKeyPageSize };
    const page = await scalekit.tokens.listTokens(about);
    const items = page.tokens.map(({ tokenId, tokenSuffix, description }) => ({
      key: tokenId,
      label: keyLabel(tokenSuffix, description),
      input: { organizationId: about.organizationId, tokenId },
    }));
    return { items, done: page.tokens.length, total: page.totalCount, next: page.nextPageToken || null };
  },
});

/** `…9f2c, Nightly import`. */
function keyLabel(suffix: string, description = ''): string {
  return description ? `…${suffix}, ${description}` : `…${suffix}`;
}
