'use client';

import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { setOrganizationFeature } from '@/lib/features/organizations/actions';
import {
  featureLabels,
  type OrganizationDetail,
  type OrganizationFeature,
  setFeatureInput,
} from '@/lib/features/organizations/schema';

type Props = LazyDialogProps & { environment: string; organization: OrganizationDetail };

/** Asks before a feature is switched off. */
export default function DisableFeature({ environment, organization, subject, onClose }: Props) {
  const feature = subject as OrganizationFeature;
  const form = useActionForm({
    name: `organization.disable_feature:${organization.id}`,
    environment,
    schema: setFeatureInput,
    defaultValues: { organizationId: organization.id, feature, enabled: false },
    action: setOrganizationFeature,
    onSuccess: onClose,
  });
  const label = featureLabels[feature] ?? subject;
  return (
    <ConfirmDialog
      form={form}
      title={`Switch off ${label}?`}
      submitLabel="Switch off"
      call={{
        method: 'PATCH',
        path: `/api/v1/organizations/${organization.id}/settings`,
        body: { features: [{ name: feature, enabled: false }] },
      }}
      onClose={onClose}
    >
      <bdi>{organization.displayName}</bdi> can no longer set it up, and portal links stop offering it. What
      is already configured stays at Scalekit; whether it goes on working is not documented.
    </ConfirmDialog>
  );
}
