import type { Tone } from '@/components/ui/tone';
import type { McpAccount } from '@/lib/mcp-account';

/** How the standing of a person at a connection reads. */
export function accountWords({ accountId, status }: Pick<McpAccount, 'accountId' | 'status'>): {
  tone: Tone;
  label: string;
} {
  if (!accountId) return { tone: 'warning', label: 'No account' };
  switch (status) {
    case 'ACTIVE':
      return { tone: 'success', label: 'Connected' };
    case 'EXPIRED':
      return { tone: 'danger', label: 'Expired' };
    case 'PENDING_AUTH':
      return { tone: 'warning', label: 'Waits for consent' };
    case 'PENDING_VERIFICATION':
      return { tone: 'warning', label: 'Waits for verification' };
    case 'DISCONNECTED':
      return { tone: 'neutral', label: 'Disconnected' };
    default:
      return { tone: 'neutral', label: status || 'Not known' };
  }
}
