'use client';

import { useRouter } from 'next/navigation';
import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { TextField } from '@/components/forms/text-field';
import { checkTyped, TypedConfirmation } from '@/components/forms/typed-confirmation';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries } from '@/components/live/live-query';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { deleteOrganization } from '@/lib/features/organizations/actions';
import { deleteOrganizationInput, type OrganizationDetail } from '@/lib/features/organizations/schema';
import { isolate } from '@/lib/isolate';
import { paths } from '@/lib/paths';
import { BlastRadius } from './blast-radius';

type Props = LazyDialogProps & { environment: string; organization: OrganizationDetail };

/** Deletes a customer for good: effects counted live, the name typed, a reason given. */
export default function DeleteOrganization(props: Props) {
  return (
    <LiveQueries>
      <DeleteForm {...props} />
    </LiveQueries>
  );
}

function DeleteForm({ environment, organization, onClose }: Props) {
  const router = useRouter();
  const form = useActionForm({
    name: `organization.delete:${organization.id}`,
    environment,
    schema: deleteOrganizationInput,
    defaultValues: { organizationId: organization.id, confirmName: '', reason: '' },
    action: deleteOrganization,
    check: ({ confirmName }) => checkTyped('confirmName', confirmName, organization.displayName),
    onSuccess: () => router.replace(paths.organizations(environment)),
  });
  return (
    <ConfirmDialog
      form={form}
      title={`Delete ${isolate(organization.displayName)}?`}
      submitLabel="Delete organization"
      call={{ method: 'DELETE', path: `/api/v1/organizations/${organization.id}` }}
      fields={
        <>
          <TypedConfirmation name="confirmName" expected={organization.displayName} what="organization" />
          <TextField name="reason" label="Reason" help="Goes into the staff log." />
        </>
      }
      onClose={onClose}
    >
      <div className="flex flex-col gap-3">
        <p>There is no way back. What it has now goes with it; each list opens in a new tab.</p>
        <BlastRadius environment={environment} organizationId={organization.id} />
        <p>
          Scalekit does not document what becomes of API keys, API clients and connected accounts. Where they
          must stop, revoke them first.
        </p>
        <p>Our notes and ticket links on it are deleted as well.</p>
      </div>
    </ConfirmDialog>
  );
}
