'use client';

import type { FocusEvent, ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';

type Props = {
  /** Of the control that holds the value. */
  id: string;
  /** The key. */
  label: string;
  onRename: (event: FocusEvent<HTMLInputElement>) => void;
  onRemove: () => void;
  children: ReactNode;
};

/** One pair of a map: its key, which takes effect when the field is left, and its value. */
export function MapEntry({ id, label, onRename, onRemove, children }: Props) {
  return (
    <div className="flex items-end gap-2">
      <div className="min-w-0 flex-1">
        <label htmlFor={`${id}-key`} className="text-table text-quiet">
          Key
        </label>
        <Input id={`${id}-key`} key={label} defaultValue={label} autoComplete="off" onBlur={onRename} />
      </div>
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="text-table text-quiet">
          Value<span className="sr-only"> of {label}</span>
        </label>
        {children}
      </div>
      <Button size="small" className="mb-1" aria-label={`Remove ${label}`} onClick={onRemove}>
        Remove
      </Button>
    </div>
  );
}
