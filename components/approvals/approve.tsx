'use client';

import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { approve } from '@/lib/features/approvals/actions';
import { Decide } from './decide';
import type { WithApprovals } from './dialogs';

/** Approves somebody else's request. */
export default function Approve({ rows, subject, ...rest }: LazyDialogProps & WithApprovals) {
  const row = rows.find(({ id }) => id === subject);
  return row?.mayDecide ? <Decide {...rest} row={row} decision="approve" action={approve} /> : null;
}
