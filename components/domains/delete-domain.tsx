'use client';

import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries, useLiveQuery } from '@/components/live/live-query';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { deleteDomain } from '@/lib/features/domains/actions';
import { type DomainImpact, type DomainRow, domainInput } from '@/lib/features/domains/schema';
import { formatList, formatQuantity } from '@/lib/format';
import { GoneDomain } from './gone-domain';

type Props = LazyDialogProps & { environment: string; organizationId: string; rows: DomainRow[] };

/** Takes a domain away; says what it leads to. */
export default function DeleteDomain(props: Props) {
  const row = props.rows.find(({ id }) => id === props.subject);
  if (!row) return <GoneDomain onClose={props.onClose} />;
  return (
    <LiveQueries>
      <DeleteForm {...props} row={row} />
    </LiveQueries>
  );
}

function DeleteForm({ environment, organizationId, row, onClose }: Props & { row: DomainRow }) {
  const impact = useLiveQuery<DomainImpact>(
    'domains.impact',
    environment,
    { organizationId, domainId: row.id },
    { staleTime: 0 },
  );
  const form = useActionForm({
    name: `domain.delete:${row.id}`,
    environment,
    schema: domainInput,
    defaultValues: { organizationId, domainId: row.id },
    action: deleteDomain,
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      form={form}
      title={`Delete ${row.domain}?`}
      submitLabel="Delete domain"
      effects={effectsOf(row, impact.isPending ? 'counting' : (impact.data ?? null))}
      call={{ method: 'DELETE', path: `/api/v1/organizations/${organizationId}/domains/${row.id}` }}
      onClose={onClose}
    >
      Members and their accounts stay. The name may be added again, here or at another organization.
    </ConfirmDialog>
  );
}

function effectsOf(row: DomainRow, impact: DomainImpact | null | 'counting'): string[] {
  if (row.type === 'allowed_email')
    return ['Who signs up with such an address is no longer offered this organization.'];
  if (impact === 'counting') return ['Looking up what it leads to…'];
  if (impact === null) return ['What it leads to could not be looked up.'];
  const { connections, directories } = impact;
  return [
    connections === null
      ? 'Which connections it leads to could not be looked up.'
      : connections.length === 0
        ? 'No enabled connection: no sign-in is routed by it now.'
        : `Addresses at ${row.domain} are no longer led to ${formatList(connections)}.`,
    directories === null
      ? 'Whether a directory provisions its people could not be looked up.'
      : directories === 0
        ? 'No directory: nobody is provisioned by it.'
        : `${formatQuantity(directories, 'directory', 'directories')} can no longer provision people at ${row.domain}.`,
  ];
}
