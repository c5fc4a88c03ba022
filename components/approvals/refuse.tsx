'use client';

import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { refuse } from '@/lib/features/approvals/actions';
import { Decide } from './decide';
import type { WithApprovals } from './dialogs';

/** Refuses somebody else's request. */
export default function Refuse({ rows, subject, ...rest }: LazyDialogProps & WithApprovals) {
  const row = rows.find(({ id }) => id === subject);
  return row?.mayDecide ? <Decide {...rest} row={row} decision="refuse" action={refuse} /> : null;
}
