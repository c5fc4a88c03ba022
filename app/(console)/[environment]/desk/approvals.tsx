import { ApprovalNotices } from '@/components/approvals/approval-notices';
import { getApprovalsAtHand } from '@/lib/features/approvals/queries';
import { settle } from '@/lib/server/settle';

/** Requests for a second person that wait for the reader, and what became of the reader's own. */
export async function Approvals({ environment }: { environment: string }) {
  const atHand = await settle(getApprovalsAtHand(environment, {}));
  // Who may ask for nothing has nothing here.
  if (!atHand.ok) return null;
  return <ApprovalNotices environment={environment} {...atHand.data} />;
}
