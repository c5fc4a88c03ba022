'use client';

import Link from 'next/link';
import { useState } from 'react';
import { ChoiceField } from '@/components/forms/choice-field';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { Notice } from '@/components/ui/notice';
import { assignDomains } from '@/lib/features/connection-domains/actions';
import {
  type AssignableDomain,
  type AssignableDomains,
  assignDomainsInput,
  type DomainOutcome,
} from '@/lib/features/connection-domains/schema';
import { formatList } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { RoutedConnection } from './routed-connection';

type Props = RoutedConnection & { list: AssignableDomains; onClose: () => void };

/** The customer's domains to tick; what is ticked replaces what led here before. */
export function AssignDomainsForm({ list, onClose, ...connection }: Props) {
  const { environment, organizationId, connectionId, enabled } = connection;
  const [differs, setDiffers] = useState<DomainOutcome | null>(null);
  const form = useActionForm({
    name: `connection.assign_domains:${connectionId}`,
    environment,
    schema: assignDomainsInput,
    defaultValues: {
      organizationId,
      connectionId,
      domainIds: list.rows.filter(({ assigned }) => assigned).map(({ id }) => id),
    },
    action: assignDomains,
    onSuccess: ({ kept, missing }) => {
      if (kept.length === 0 && missing.length === 0) onClose();
      else setDiffers({ kept, missing: missing.map((id) => nameOf(list, id)) });
    },
  });
  return (
    <FormDialog
      form={form}
      title="Change the domains"
      description={
        enabled
          ? 'It takes effect at once: the next sign-in of such an address is led here, or no longer is.'
          : 'The connection is disabled: nobody is led here before it is enabled.'
      }
      submitLabel="Save domains"
      onClose={onClose}
    >
      {list.rows.length === 0 ? (
        <p>
          This customer has no domain that leads sign-in. Add one on{' '}
          <Link href={paths.domains(environment, organizationId)} prefetch={false} className="text-link">
            their domains
          </Link>{' '}
          first.
        </p>
      ) : (
        <ChoiceField
          name="domainIds"
          label="Domains that lead here"
          pick="many"
          options={list.rows.map((row) => ({ value: row.id, label: row.domain, hint: hintOf(row) }))}
        />
      )}
      {list.complete ? null : (
        <Notice tone="warning" title="Not all domains were read">
          This customer has more than are shown. All that lead here now are among these; others are given in
          Scalekit’s dashboard.
        </Notice>
      )}
      {differs ? (
        <Notice live tone="warning" title="Scalekit holds something else than was sent">
          {differs.kept.length > 0 ? <p>Still leads here: {formatList(differs.kept)}.</p> : null}
          {differs.missing.length > 0 ? <p>Does not lead here: {formatList(differs.missing)}.</p> : null}
        </Notice>
      ) : null}
    </FormDialog>
  );
}

function nameOf({ rows }: AssignableDomains, id: string): string {
  return rows.find((row) => row.id === id)?.domain ?? id;
}

function hintOf({ verified, elsewhere }: AssignableDomain): string | undefined {
  const parts = [
    verified ? '' : 'Not verified: leads nobody until it is.',
    elsewhere.length > 0
      ? `Leads to ${formatList(elsewhere)} too. Which of them a sign-in takes is not published.`
      : '',
  ];
  return parts.filter(Boolean).join(' ') || undefined;
}
