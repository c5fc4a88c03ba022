'use client';

import { Pin, PinOff } from 'lucide-react';
import { useState } from 'react';
import { FailureNotice } from '@/components/forms/failure-notice';
import { useAction } from '@/components/forms/use-action';
import { Button } from '@/components/ui/button';
import type { ErrorView } from '@/lib/errors';
import { pinOrganization, unpinOrganization } from '@/lib/features/palette/actions';

type Props = {
  environment: string;
  organizationId: string;
  title: string;
  isPinned: boolean;
  onChanged?: () => void;
};

/** Keeps a customer at hand for oneself, or lets go of it. */
export function PinButton({ environment, organizationId, title, isPinned, onChanged }: Props) {
  const [error, setError] = useState<ErrorView | null>(null);
  const pin = useAction({ environment, action: pinOrganization });
  const unpin = useAction({ environment, action: unpinOrganization });
  const { state, run, reopen } = isPinned ? unpin : pin;
  const press = async () => {
    setError(null);
    const result = await run({ organizationId });
    if (!result) return;
    if (result.ok) onChanged?.();
    else setError(result.error);
  };
  const Icon = isPinned ? PinOff : Pin;
  return (
    <span className="inline-flex flex-col items-end gap-2">
      <Button
        pending={state === 'sending'}
        onClick={press}
        aria-label={`${isPinned ? 'Unpin' : 'Pin'} ${title}`}
      >
        <Icon aria-hidden="true" size={14} />
        {isPinned ? 'Unpin' : 'Pin'}
      </Button>
      {error ? <FailureNotice error={error} onChecked={reopen} /> : null}
    </span>
  );
}
