'use client';

import type { ComponentProps } from 'react';
import { Input } from '@/components/ui/input';
import { readAccessQuestion } from '@/lib/paste';

/** The field of the person. A paste that names the permission as well is the whole question, and is asked at once. */
export function PersonField(props: ComponentProps<typeof Input>) {
  return (
    <Input
      {...props}
      onPaste={({ currentTarget: field }) =>
        // It is there only after the event.
        setTimeout(() => {
          if (readAccessQuestion(field.value)) field.form?.requestSubmit();
        })
      }
    />
  );
}
