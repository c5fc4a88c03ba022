'use client';

import { useRouter } from 'next/navigation';
import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { TextField } from '@/components/forms/text-field';
import { checkTyped, TypedConfirmation } from '@/components/forms/typed-confirmation';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries, useLiveQuery } from '@/components/live/live-query';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { deleteOrganization } from '@/lib/features/organizations/actions';
import {
  deleteOrganizationInput,
  type OrganizationDetail,
  type OrganizationImpact,
} from '@/lib/features/organizations/schema';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';

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
  const effects = useEffects(environment, organization.id);
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
      title={`Delete ${organization.displayName}?`}
      submitLabel="Delete organization"
      effects={effects}
      call={{ method: 'DELETE', path: `/api/v1/organizations/${organization.id}` }}
      fields={
        <>
          <TypedConfirmation name="confirmName" expected={organization.displayName} what="organization" />
          <TextField name="reason" label="Reason" help="Goes into the staff log." />
        </>
      }
      onClose={onClose}
    >
      There is no way back. Connections, directories, domains and roles of the organization go with it, and
      its sessions end.
    </ConfirmDialog>
  );
}

/** Counted when the dialog opens, not when the page was read. */
function useEffects(environment: string, organizationId: string): string[] {
  const impact = useLiveQuery<OrganizationImpact>(
    'organizations.impact',
    environment,
    { organizationId },
    { staleTime: 0 },
  );
  if (impact.isPending) return ['Counting what goes with it…'];
  return impact.data ? sentencesOf(impact.data) : ['What goes with it could not be counted.'];
}

function sentencesOf({ members, apiKeys }: OrganizationImpact): string[] {
  return [
    members === null
      ? 'How many members lose access could not be counted.'
      : `Members who lose access: ${formatCount(members)}. Whoever belongs to no other organization is deleted.`,
    apiKeys === null
      ? 'How many API keys stop working could not be counted.'
      : `Active API keys that stop working: ${formatCount(apiKeys)}.`,
  ];
}
