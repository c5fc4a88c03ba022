import { useId } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { FormField } from '@/components/forms/form-field';
import { RevealOnce } from '@/components/forms/reveal-once';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { type CreatedHandOver, handOverChoices } from '@/lib/features/hand-overs/schema';
import type { Handed, RevealToHandOverProps } from './reveal-to-hand-over';
import { sendSealed } from './send-sealed';
import { lifetimeWords } from './words';

type Props = RevealToHandOverProps & { onHanded: (handed: Handed) => void };

// Whoever pastes the secret into the wrong field must not leave it in this tab's storage.
const secretFields = ['recipient'];

/** The secret, and beside copying it a button that makes a link which opens once. */
export function OfferHandOver({ subject, onHanded, children, ...reveal }: Props) {
  const formId = useId();
  const form = useActionForm({
    name: `hand_over.create:${subject.secretId}`,
    environment: subject.environment,
    schema: handOverChoices,
    defaultValues: { expiresIn: '1d', recipient: '' },
    secretFields,
    action: sendSealed(reveal.secret, subject),
    check: ({ recipient }) =>
      recipient?.includes(reveal.secret)
        ? { recipient: `This holds the ${reveal.what} itself, and it is stored as it is. Take it out.` }
        : null,
    onSuccess: async (created, { recipient }) =>
      onHanded({ ...created, recipient: recipient?.trim() ?? '', copied: await copyLink(created) }),
  });
  const handOver = (
    <Button type="submit" form={formId} pending={form.state === 'sending'}>
      Hand over
    </Button>
  );
  return (
    <RevealOnce {...reveal} beside={handOver}>
      <ActionForm id={formId} form={form} footer={null}>
        <p className="text-table text-quiet">
          Hand over makes and copies a link that shows the {reveal.what} once, to whoever opens it first. It
          is encrypted in this browser, and what decrypts it is the end of the link, which no server gets to
          see.
        </p>
        <div className="grid grid-cols-[auto_1fr] gap-4 max-md:grid-cols-1">
          <FormField name="expiresIn" label="The link works for">
            {(control) => (
              <Select {...control}>
                {Object.entries(lifetimeWords).map(([value, words]) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </Select>
            )}
          </FormField>
          <TextField name="recipient" label="For whom" optional maxLength={200} />
        </div>
      </ActionForm>
      {children}
    </RevealOnce>
  );
}

/** In answer to the press, so that handing over is one interaction. A browser that refuses leaves the button. */
async function copyLink({ url }: CreatedHandOver): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(url);
    announce('Link made and copied');
    return true;
  } catch {
    return false;
  }
}
