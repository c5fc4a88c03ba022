'use client';

import { ActionForm } from '@/components/forms/action-form';
import { ApiCallPreview } from '@/components/forms/api-call-preview';
import { FormField } from '@/components/forms/form-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { moveDomainIn } from '@/lib/features/domains/actions';
import { type MoveEnd, moveInInput } from '@/lib/features/domains/schema';
import { isTaken } from './is-taken';
import { LookUpHolder } from './look-up-holder';

type Props = {
  environment: string;
  domain: string;
  /** Who gets it. */
  receiver: MoveEnd;
  other: MoveEnd;
  submitLabel: string;
  primary?: boolean;
};

/** Adds the free domain to one of the two customers, and gives it to a connection of theirs at once. */
export function GiveDomain({ environment, domain, receiver, other, submitLabel, primary }: Props) {
  const { organizationId, name, connections, leadsTo } = receiver;
  const form = useActionForm({
    name: `domain.move_in:${organizationId}:${domain}`,
    environment,
    schema: moveInInput,
    defaultValues: {
      organizationId,
      otherOrganizationId: other.organizationId,
      domain,
      connectionId: leadsTo[0]?.id ?? '',
    },
    action: moveDomainIn,
    onSuccess: () => announce(`${domain} was added to ${name}.`),
  });
  const former = leadsTo.map(({ label }) => label);
  return (
    <ActionForm
      form={form}
      className="max-w-160"
      footer={
        <footer className="mt-4">
          <Button
            type="submit"
            variant={primary ? 'primary' : 'secondary'}
            pending={form.state === 'sending'}
            unavailable={form.state === 'unknown'}
          >
            {submitLabel}
          </Button>
        </footer>
      }
    >
      {connections && connections.length > 0 ? (
        <FormField
          name="connectionId"
          label="Leads to"
          help={former.length > 0 ? `Before, it led to ${former.join(', ')}.` : 'Can be changed later.'}
        >
          {(control) => (
            <Select {...control}>
              <option value="">No connection</option>
              {connections.map(({ id, label, enabled }) => (
                <option key={id} value={id}>
                  {enabled ? label : `${label}, disabled`}
                </option>
              ))}
            </Select>
          )}
        </FormField>
      ) : null}
      {isTaken(form.failure) ? (
        <LookUpHolder environment={environment} organizationId={organizationId} domain={domain} />
      ) : null}
      <ApiCallPreview call={{ method: 'POST', path: `/api/v1/organizations/${organizationId}/domains` }} />
    </ActionForm>
  );
}
