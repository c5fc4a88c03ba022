'use client';

import type { ReactNode } from 'react';
import { type FieldValues, useFormState, useWatch } from 'react-hook-form';
import { ActionForm } from '@/components/forms/action-form';
import { ChangeList } from '@/components/forms/change-list';
import { SubmitButton } from '@/components/forms/submit-button';
import type { ActionForm as Form } from '@/components/forms/use-action-form';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import type { ProviderFields } from '@/lib/features/providers/schema';
import { adviseOn, headerOf } from './advice';
import { ConnectPreview } from './connect-preview';
import { describeChanges } from './describe-changes';
import { MetadataGroup, NameGroup, ProxyGroup } from './general-groups';
import { PatternGroups } from './pattern-groups';

type Props<Values extends FieldValues> = {
  form: Form<Values>;
  /** Null while it is made. */
  identifier: string | null;
  submitLabel: string;
  back: { href: string; label: string };
  /** Above the fields. */
  children?: ReactNode;
};

/** Everything of a custom provider, and beside it what a customer will see. */
export function ProviderForm<Values extends FieldValues>(props: Props<Values>) {
  const { form, identifier, submitLabel, back, children } = props;
  const footer = (
    <footer className="mt-6 flex max-w-160 gap-2 border-t border-line pt-4">
      <SubmitButton label={submitLabel} state={form.state} />
      <LinkButton href={back.href}>{back.label}</LinkButton>
    </footer>
  );
  return (
    <ActionForm form={form} footer={footer}>
      <div className="flex flex-col gap-8 wide:flex-row">
        <div className="flex min-w-0 max-w-160 flex-1 flex-col gap-4">
          {children}
          <NameGroup identifier={identifier} />
          <ProxyGroup />
          <PatternGroups />
          <MetadataGroup />
          {identifier ? <Changes /> : null}
        </div>
        <aside
          aria-label="Preview"
          className="wide:sticky wide:top-[calc(var(--sticky-top)+24px)] wide:w-80 wide:shrink-0 wide:self-start"
        >
          <Preview />
        </aside>
      </div>
    </ActionForm>
  );
}

function Preview() {
  const fields = useWatch() as ProviderFields;
  const advice = adviseOn(fields);
  return (
    <div className="flex flex-col gap-3">
      <h2 className="text-sm font-semibold">What a customer sees</h2>
      <ConnectPreview fields={fields} />
      <p className="text-table text-quiet">
        Drawn from this form. Scalekit’s own page may look different; names, fields and their order are these.
      </p>
      <p className="text-table">
        Sent with each request: <code className="font-mono text-xs wrap-anywhere">{headerOf(fields)}</code>
      </p>
      <div role="status">
        {advice.length > 0 ? (
          <Notice tone="warning" title="Worth a look">
            <ul className="list-disc pl-4 text-table">
              {advice.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
      </div>
    </div>
  );
}

function Changes() {
  const { defaultValues } = useFormState();
  const changes = describeChanges(defaultValues as ProviderFields, useWatch() as ProviderFields);
  return (
    <ChangeList changes={changes}>
      Scalekit replaces the way to authorize as a whole: what is not in this form any more is gone for every
      connection of the provider.
    </ChangeList>
  );
}
