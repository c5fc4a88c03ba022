'use client';

import { useRouter } from 'next/navigation';
import { FormGroup } from '@/components/agents/form-group';
import { useActionForm } from '@/components/forms/use-action-form';
import { announce } from '@/components/ui/announce';
import { changeAppConnectionKey } from '@/lib/features/app-connections/actions';
import { type AppConnectionSetup, changeKeyInput } from '@/lib/features/app-connections/schema';
import { paths } from '@/lib/paths';
import { EditFrame, unkeptFields } from './edit-frame';
import { SettingText } from './setting-fields';
import { typeWords } from './words';

type Props = { environment: string; setup: Extract<AppConnectionSetup, { kind: 'other' }> };

/** The key of a connection whose people bring their own credentials: there is nothing else to set. */
export function KeyForm({ environment, setup }: Props) {
  const router = useRouter();
  const { connectionId, fields, type } = setup;
  const form = useActionForm({
    name: `app_connection.update:${connectionId}`,
    environment,
    schema: changeKeyInput,
    defaultValues: { connectionId, before: fields, ...fields },
    secretFields: unkeptFields,
    action: changeAppConnectionKey,
    onSuccess: () => {
      announce('The key is saved.');
      router.push(paths.appConnection(environment, connectionId));
    },
  });
  return (
    <EditFrame form={form} environment={environment} connectionId={connectionId} hasSecret={false}>
      <FormGroup
        title="Name"
        help={`Agents sign in by: ${typeWords(type)}. Credentials belong to each connected account, so the key is all there is to change.`}
      >
        <SettingText name="keyId" help="What agents and connected accounts name the connection by." />
      </FormGroup>
    </EditFrame>
  );
}
