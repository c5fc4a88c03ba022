'use client';

import { ActionForm } from '@/components/forms/action-form';
import { ApiCallPreview } from '@/components/forms/api-call-preview';
import { EffectList } from '@/components/forms/effect-list';
import { SubmitButton } from '@/components/forms/submit-button';
import { checkTyped, TypedConfirmation } from '@/components/forms/typed-confirmation';
import { useActionForm } from '@/components/forms/use-action-form';
import { announce } from '@/components/ui/announce';
import { moveDomainOut } from '@/lib/features/domains/actions';
import { type DomainMoveState, moveOutInput } from '@/lib/features/domains/schema';
import { effectsOfTaking } from './move-words';

type Props = { environment: string; move: DomainMoveState; domainId: string };

/** The first step of a move: the holder loses the domain. */
export function TakeAway({ environment, move, domainId }: Props) {
  const { domain, from, to } = move;
  const form = useActionForm({
    name: `domain.move_out:${domainId}`,
    environment,
    schema: moveOutInput,
    defaultValues: {
      organizationId: to.organizationId,
      fromOrganizationId: from.organizationId,
      domainId,
      confirmDomain: '',
    },
    action: moveDomainOut,
    check: ({ confirmDomain }) => checkTyped('confirmDomain', confirmDomain.toLowerCase(), domain),
    onSuccess: () => announce(`${domain} was taken from ${from.name}.`),
  });
  const path = `/api/v1/organizations/${from.organizationId}/domains/${domainId}`;
  return (
    <ActionForm
      form={form}
      className="max-w-160"
      footer={
        <footer className="mt-4">
          <SubmitButton danger label="Take it away" state={form.state} />
        </footer>
      }
    >
      <EffectList>
        {effectsOfTaking(move).map((effect) => (
          <li key={effect} className="wrap-anywhere">
            {effect}
          </li>
        ))}
      </EffectList>
      <TypedConfirmation name="confirmDomain" expected={domain} what="domain" />
      <ApiCallPreview call={{ method: 'DELETE', path }} />
    </ActionForm>
  );
}
