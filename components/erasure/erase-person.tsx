'use client';

import { useState } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import { erasePerson } from '@/lib/features/erasure/actions';
import { type Erased, erasePersonInput } from '@/lib/features/erasure/schema';
import { formatQuantity } from '@/lib/format';

/** An address that is to be forgotten is not kept in a draft either. */
const unkept = ['email'];

/** Takes somebody who is deleted at Scalekit out of Keydesk's own copies too. */
export function ErasePerson({ environment }: { environment: string }) {
  const [erased, setErased] = useState<Erased | null>(null);
  const form = useActionForm({
    name: 'person.erase',
    environment,
    schema: erasePersonInput,
    defaultValues: { userId: '', email: '', reason: '' },
    secretFields: unkept,
    action: erasePerson,
    onSuccess: (data) => setErased(data),
  });
  return (
    <Section
      title="Erase a person from Keydesk"
      description="After the user is deleted at Scalekit: takes address and names out of the activity cache, the search index, sign-in watches, links and hand-overs, bulk work and saved views, and keeps them out of what comes in later. There is no way back. The staff log names people by id and stays as it is; notes are free text, so they are counted for you to look at."
    >
      <ActionForm
        form={form}
        className="max-w-120"
        footer={
          <div className="mt-4">
            <SubmitButton label="Erase person" state={form.state} />
          </div>
        }
      >
        {erased ? (
          <Notice tone="success" live title="Erased">
            {sentenceOf(erased)}
          </Notice>
        ) : null}
        <TextField name="userId" label="User id" mono />
        <TextField
          name="email"
          label="E-mail"
          optional
          help="Asked for when Keydesk knows no address of this user any more. It reaches no log."
        />
        <TextField name="reason" label="Reason" help="Goes into the staff log. Name no person." />
      </ActionForm>
    </Section>
  );
}

function sentenceOf(erased: Erased): string {
  const { activity, index, watches, links, jobLines, views, notes } = erased;
  const parts = [
    formatQuantity(activity, 'row of the activity cache', 'rows of the activity cache'),
    formatQuantity(index, 'entry of the search index', 'entries of the search index'),
    formatQuantity(watches, 'sign-in watch', 'sign-in watches'),
    formatQuantity(links, 'link or hand-over', 'links and hand-overs'),
    formatQuantity(jobLines, 'line of bulk work or tools', 'lines of bulk work and tools'),
    formatQuantity(views, 'saved view'),
  ];
  const inNotes = `${formatQuantity(notes, 'note names', 'notes name')} the address: edit them by hand.`;
  return `${parts.join(', ')}.${notes > 0 ? ` ${inNotes}` : ''}`;
}
