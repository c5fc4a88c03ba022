import 'server-only';
import { AppError } from '@/lib/errors';
import type { ScalekitClient } from '@/lib/scalekit/client';

/**
 * A key is reached by its own id alone, so whose it is comes from Scalekit, never from the form.
 * @throws AppError not_found for a key of another organization, and for one that no longer works
 */
export async function requireKeyOf(
  organizationId: string,
  tokenId: string,
  scalekit: ScalekitClient,
): Promise<void> {
  const gone = `The key ${tokenId} is not active: it was revoked or has expired.`;
  try {
    const { tokenInfo } = await scalekit.tokens.validateToken({ token: tokenId });
    if (tokenInfo?.organizationId === organizationId) return;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
  }
  throw new AppError('not_found', gone);
}
