import type { Tone } from '@/components/ui/tone';
import type { HandOverKind, HandOverLifetime, HandOverState } from '@/lib/features/hand-overs/schema';

export const kindWords: Record<HandOverKind, string> = {
  api_key: 'API key',
  client_secret: 'client secret',
  directory_secret: 'SCIM bearer secret',
};

export const lifetimeWords: Record<HandOverLifetime, string> = {
  '1h': '1 hour',
  '1d': '1 day',
  '7d': '7 days',
};

export const stateWords: Record<HandOverState, { tone: Tone; words: string }> = {
  waiting: { tone: 'info', words: 'Waiting' },
  opened: { tone: 'success', words: 'Opened' },
  revoked: { tone: 'neutral', words: 'Revoked' },
  expired: { tone: 'neutral', words: 'Expired' },
};

/** `API key`, `SCIM bearer secret`: at the start of a sentence or of a cell. */
export function kindTitle(kind: HandOverKind): string {
  const words = kindWords[kind];
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
