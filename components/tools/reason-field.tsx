'use client';

import { TextField } from '@/components/forms/text-field';

/** Asked for in production: such a call reads or changes what belongs to a customer. */
export function ReasonField({ inProduction }: { inProduction: boolean }) {
  if (!inProduction) return null;
  return (
    <TextField
      name="reason"
      label="Reason"
      help="This is production: the staff log keeps the reason. What goes in and what comes back are kept nowhere."
    />
  );
}
