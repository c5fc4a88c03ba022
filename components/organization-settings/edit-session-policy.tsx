'use client';

import { useWatch } from 'react-hook-form';
import { ChoiceField } from '@/components/forms/choice-field';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { updateSessionPolicy } from '@/lib/features/organization-settings/actions';
import {
  type ApplicationSessionPolicy,
  type SessionPolicy,
  sessionPolicyInput,
  splitMinutes,
} from '@/lib/features/organization-settings/schema';
import { SessionLimitFields } from './session-limit-fields';

type Props = LazyDialogProps & {
  environment: string;
  organizationId: string;
  policy: SessionPolicy;
  application: ApplicationSessionPolicy | null;
};

const sources = [
  { value: 'application', label: 'Follow the application', hint: 'What is set here is given up.' },
  { value: 'custom', label: 'Limits of its own', hint: 'They can only be stricter than the application’s.' },
];

/** Gives an organization session limits of its own, or takes them back. */
export default function EditSessionPolicy(props: Props) {
  const { environment, organizationId, policy, application, onClose } = props;
  const form = useActionForm({
    name: `organization.session_policy:${organizationId}`,
    environment,
    schema: sessionPolicyInput,
    defaultValues: startValues(organizationId, policy, application),
    action: updateSessionPolicy,
    onSuccess: onClose,
  });
  const source = useWatch({ control: form.form.control, name: 'source' });
  return (
    <FormDialog form={form} title="Edit session policy" submitLabel="Save session policy" onClose={onClose}>
      <ChoiceField name="source" label="Whose limits" pick="one" options={sources} />
      {source === 'custom' ? <SessionLimitFields application={application} /> : null}
    </FormDialog>
  );
}

/** What stands there now; where nothing does, the application's, which changes nothing until it is shortened. */
function startValues(
  organizationId: string,
  policy: SessionPolicy,
  application: ApplicationSessionPolicy | null,
) {
  const idle = policy.idleMinutes ?? application?.idleMinutes ?? 'off';
  const absolute = toFields(policy.absoluteMinutes ?? application?.absoluteMinutes);
  const inactive = toFields(idle === 'off' ? null : idle);
  return {
    organizationId,
    source: policy.source === 'custom' ? ('custom' as const) : ('application' as const),
    absoluteSessionTimeout: absolute.amount,
    absoluteSessionTimeoutUnit: absolute.unit,
    idleSessionTimeoutEnabled: idle !== 'off',
    idleSessionTimeout: inactive.amount,
    idleSessionTimeoutUnit: inactive.unit,
  };
}

function toFields(minutes: number | null | undefined) {
  if (!minutes) return { amount: '', unit: 'hours' as const };
  const { amount, unit } = splitMinutes(minutes);
  return { amount: String(amount), unit };
}
