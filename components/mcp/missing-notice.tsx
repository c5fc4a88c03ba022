import { Notice } from '@/components/ui/notice';
import { formatList } from '@/lib/format';
import type { McpAccount } from '@/lib/mcp-account';

/** In one sentence: may the agent of this person begin, or what is missing. */
export function MissingNotice({ accounts }: { accounts: McpAccount[] }) {
  const missing = accounts.filter(({ status }) => status !== 'ACTIVE');
  if (accounts.length === 0) return null;
  if (missing.length === 0) return <Notice tone="success" title="Every connection is authorized." />;
  const keys = missing.map(({ connection }) => connection);
  return (
    <Notice tone="warning" title={`Not authorized: ${formatList(keys)}.`}>
      Until then the agent cannot use these tools for this person, and no session token can be made.
    </Notice>
  );
}
