'use client';

import { useRouter } from 'next/navigation';
import { useActionForm } from '@/components/forms/use-action-form';
import { announce } from '@/components/ui/announce';
import { updateOauthConnection } from '@/lib/features/app-connections/actions';
import { type AppConnectionSetup, updateOauthInput } from '@/lib/features/app-connections/schema';
import { paths } from '@/lib/paths';
import { EditFrame, unkeptFields } from './edit-frame';
import { OauthGroups } from './oauth-groups';

type Props = { environment: string; setup: Extract<AppConnectionSetup, { kind: 'oauth' }> };

/** The settings of an OAuth client. */
export function OauthForm({ environment, setup }: Props) {
  const router = useRouter();
  const { connectionId, fields, secretMask } = setup;
  const form = useActionForm({
    name: `app_connection.update:${connectionId}`,
    environment,
    schema: updateOauthInput,
    defaultValues: { connectionId, before: fields, ...fields },
    secretFields: unkeptFields,
    action: updateOauthConnection,
    onSuccess: () => {
      announce('The settings are saved.');
      router.push(paths.appConnection(environment, connectionId));
    },
  });
  const about = { environment, connectionId, hasSecret: secretMask !== null };
  return (
    <EditFrame form={form} {...about}>
      <OauthGroups secretMask={secretMask} redirectUri={setup.redirectUri} />
    </EditFrame>
  );
}
