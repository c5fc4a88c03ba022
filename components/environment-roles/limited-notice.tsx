import { Notice } from '@/components/ui/notice';

/** For people who work on some customers: what belongs to the environment concerns all of them. */
export function LimitedNotice() {
  return (
    <div className="mb-4">
      <Notice tone="info" title="You can look, not change">
        Roles and permissions of the environment count in every organization, and you work on some customers
        only.
      </Notice>
    </div>
  );
}
