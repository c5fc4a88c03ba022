'use client';

import { useRouter } from 'next/navigation';
import { ChoiceField } from '@/components/forms/choice-field';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { createResource } from '@/lib/features/resources/actions';
import { createResourceInput, type ResourceType } from '@/lib/features/resources/schema';
import { paths } from '@/lib/paths';
import { ResourceFields } from './resource-fields';
import { typeOptions } from './words';

type Props = LazyDialogProps & { environment: string; type: ResourceType };

/** Makes a resource; its page follows. */
export default function CreateResource({ environment, type, onClose }: Props) {
  const router = useRouter();
  const form = useActionForm({
    name: 'resource.create',
    environment,
    schema: createResourceInput,
    defaultValues: {
      type,
      name: '',
      description: '',
      resourceUri: '',
      logoUri: '',
      scopes: '',
      accessTokenExpiry: '',
      refreshTokenExpiry: '',
      disableDynamicClientRegistration: true,
      intersectScopesUserPermission: true,
      enableCimd: false,
    },
    action: createResource,
    onSuccess: ({ resourceId }) => router.push(paths.resource(environment, resourceId)),
  });
  return (
    <FormDialog
      form={form}
      title="Create resource"
      description="What agents and applications ask for tokens of."
      submitLabel="Create resource"
      width="wide"
      onClose={onClose}
    >
      <ChoiceField pick="one" name="type" label="What it is" options={typeOptions} />
      <ResourceFields />
    </FormDialog>
  );
}
