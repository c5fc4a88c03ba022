'use client';

import { useState } from 'react';
import { FailureNotice } from '@/components/forms/failure-notice';
import { useAction } from '@/components/forms/use-action';
import { Switch } from '@/components/ui/choice';
import { openDialog } from '@/components/ui/dialog-store';
import type { ErrorView } from '@/lib/errors';
import { setOrganizationFeature } from '@/lib/features/organizations/actions';
import { featureHints, featureLabels, type OrganizationFeature } from '@/lib/features/organizations/schema';

type Props = {
  environment: string;
  organizationId: string;
  feature: OrganizationFeature;
  enabled: boolean;
};

/** Switching on happens at once; switching off takes something away and asks first. */
export function FeatureSwitch({ environment, organizationId, feature, enabled }: Props) {
  const [failure, setFailure] = useState<ErrorView | null>(null);
  const { state, run, reopen } = useAction({ environment, action: setOrganizationFeature });
  const toggle = async () => {
    if (enabled) return openDialog(`disable-feature:${feature}`);
    setFailure(null);
    const result = await run({ organizationId, feature, enabled: true });
    if (result && !result.ok) setFailure(result.error);
  };
  const check = () => {
    setFailure(null);
    reopen();
  };
  return (
    <>
      <Switch
        label={featureLabels[feature]}
        hint={featureHints[feature]}
        checked={state === 'sending' ? true : enabled}
        aria-disabled={state !== 'editing' || undefined}
        onChange={toggle}
      />
      {failure ? <FailureNotice error={failure} onChecked={check} /> : null}
    </>
  );
}
