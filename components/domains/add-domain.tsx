'use client';

import { useState } from 'react';
import { isTaken } from '@/components/domain-moves/is-taken';
import { LookUpHolder } from '@/components/domain-moves/look-up-holder';
import { ChoiceField } from '@/components/forms/choice-field';
import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { addDomain } from '@/lib/features/domains/actions';
import {
  addDomainInput,
  domainTypeHints,
  domainTypeLabels,
  domainTypes,
} from '@/lib/features/domains/schema';

type Props = LazyDialogProps & { environment: string; organizationId: string };

const options = domainTypes.map((value) => ({
  value,
  label: domainTypeLabels[value],
  hint: domainTypeHints[value],
}));

/** Adds a domain that we vouch for. */
export default function AddDomain({ environment, organizationId, onClose }: Props) {
  const [sent, setSent] = useState('');
  const form = useActionForm({
    name: `domain.add:${organizationId}`,
    environment,
    schema: addDomainInput,
    defaultValues: { organizationId, domain: '', type: 'organization' as const },
    action: (request) => {
      setSent(request.input.domain.trim().toLowerCase());
      return addDomain(request);
    },
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title="Add domain"
      description="Added here it counts as verified at once: you vouch that it is the customer’s. In the setup portal they prove it themselves."
      submitLabel="Add domain"
      onClose={onClose}
    >
      <TextField name="domain" label="Domain" mono placeholder="example.com" autoFocus inputMode="url" />
      {isTaken(form.failure) ? (
        <LookUpHolder key={sent} environment={environment} organizationId={organizationId} domain={sent} />
      ) : null}
      <ChoiceField name="type" label="What it is for" pick="one" options={options} />
    </FormDialog>
  );
}
