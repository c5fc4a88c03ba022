'use client';

import { useRouter } from 'next/navigation';
import { useFormContext, useWatch } from 'react-hook-form';
import { ChoiceField } from '@/components/forms/choice-field';
import { FormDialog } from '@/components/forms/form-dialog';
import { FormField } from '@/components/forms/form-field';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries, useLiveQuery } from '@/components/live/live-query';
import { Input } from '@/components/ui/input';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { createAppConnection } from '@/lib/features/app-connections/actions';
import {
  type AppConnectionType,
  appConnectionTypes,
  createAppConnectionInput,
} from '@/lib/features/app-connections/schema';
import type { ProviderChoice } from '@/lib/features/providers/schema';
import { paths } from '@/lib/paths';

type Props = LazyDialogProps & {
  environment: string;
  provider?: { identifier: string; authType?: string };
};

const options = [...appConnectionTypes];

/** Makes a connection, enabled at once; what it still needs is set on the page that follows. */
export default function CreateAppConnection({ environment, provider, onClose }: Props) {
  const router = useRouter();
  const type = options.find(({ value }) => value === provider?.authType)?.value ?? 'OAUTH';
  const form = useActionForm({
    name: `app_connection.create:${provider?.identifier ?? ''}`,
    environment,
    schema: createAppConnectionInput,
    defaultValues: { providerKey: provider?.identifier ?? '', type, keyId: '' },
    action: createAppConnection,
    onSuccess: ({ connectionId }) => router.push(paths.appConnection(environment, connectionId)),
  });
  return (
    <FormDialog
      form={form}
      title="Create app connection"
      description="It is enabled at once and serves all customers. Credentials and scopes are set on its own page."
      submitLabel="Create app connection"
      onClose={onClose}
    >
      <LiveQueries>
        <ProviderField environment={environment} />
      </LiveQueries>
      <ChoiceField pick="one" name="type" label="Agents sign in by" options={options} />
      <KeyField />
    </FormDialog>
  );
}

function ProviderField({ environment }: { environment: string }) {
  const { setValue } = useFormContext<{ providerKey: string; type: AppConnectionType }>();
  const choices = useLiveQuery<ProviderChoice[]>('providers.choices', environment, {}, { staleTime: 60_000 });
  const typed = useWatch({ name: 'providerKey' });
  const found = choices.data?.find(({ identifier }) => identifier === typed);
  const help = choices.error
    ? 'The providers could not be listed here: type the key as Scalekit’s dashboard writes it, such as HUBSPOT.'
    : choices.isPending
      ? 'Reading the providers…'
      : found
        ? `${found.name}${found.isCustom ? ', one of your own' : ''}.`
        : 'Type a part of a name and choose, or type a key as Scalekit’s dashboard writes it.';
  // What the provider takes is the likely choice.
  const suggestType = (key: string) => {
    const takes = choices.data?.find(({ identifier }) => identifier === key)?.authTypes[0];
    const type = options.find(({ value }) => value === takes)?.value;
    if (type) setValue('type', type, { shouldDirty: true });
  };
  return (
    <FormField name="providerKey" label="Provider key" help={<span aria-live="polite">{help}</span>}>
      {(control) => (
        <>
          <Input
            {...control}
            autoFocus
            list={`${control.id}-choices`}
            autoComplete="off"
            spellCheck={false}
            className="font-mono text-xs"
            onChange={(event) => {
              void control.onChange(event);
              suggestType(event.target.value);
            }}
          />
          <datalist id={`${control.id}-choices`}>
            {choices.data?.map(({ identifier, name }) => (
              <option key={identifier} value={identifier}>
                {name}
              </option>
            ))}
          </datalist>
        </>
      )}
    </FormField>
  );
}

function KeyField() {
  const isNeeded = useWatch({ name: 'type' }) === 'GOOGLE_DWD';
  return (
    <TextField
      mono
      name="keyId"
      label="Key"
      optional={!isNeeded}
      help={`What agents and connected accounts name it by.${isNeeded ? '' : ' Empty: Scalekit makes one.'}`}
    />
  );
}
