import type { Tone } from '@/components/ui/tone';
import type { ApiAct } from '@/lib/api-effects';

/** What an operation does, in a word or two. */
export const actLabels: Record<ApiAct, string> = {
  read: 'Reads',
  read_secrets: 'Reads secrets',
  read_content: 'Reads a customer’s content',
  act_as_person: 'Acts as a person',
  write: 'Writes',
  contain: 'Revokes or ends',
  issue_secret: 'Issues a secret',
  destroy: 'Deletes',
};

export const actTones: Record<ApiAct, Tone> = {
  read: 'neutral',
  read_secrets: 'warning',
  read_content: 'warning',
  act_as_person: 'warning',
  write: 'info',
  contain: 'info',
  issue_secret: 'warning',
  destroy: 'danger',
};

/** Why a client token cannot call it. */
export function closedBecause(callers: string[]): string {
  if (callers.length === 0) return 'The contract opens it to no credential that Keydesk could have.';
  return `It takes ${callers.join(' or ')}, not a client token.`;
}
