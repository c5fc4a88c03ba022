import { Notice } from '@/components/ui/notice';
import type { Reason } from './reasons';

/** Says why somebody is here. */
export function ReasonNotice({ reason }: { reason: Reason }) {
  return (
    <Notice tone={reason.tone} title={reason.title}>
      {reason.text}
    </Notice>
  );
}
