'use client';

import { useRouter } from 'next/navigation';
import { ChoiceField } from '@/components/forms/choice-field';
import { FormDialog } from '@/components/forms/form-dialog';
import { FormField } from '@/components/forms/form-field';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { Select } from '@/components/ui/select';
import { createDirectory } from '@/lib/features/directories/actions';
import { createDirectoryInput, directoryProviders, directoryTypes } from '@/lib/features/directories/schema';
import { paths } from '@/lib/paths';
import { providerName } from '@/lib/provider-name';
import { directoryTypeWords } from './words';

type Props = LazyDialogProps & { environment: string; organizationId: string };

const types = directoryTypes.map((value) => ({ value, ...directoryTypeWords[value] }));

/** Makes a directory and leads to its page, where the first secret is added. */
export default function CreateDirectory({ environment, organizationId, onClose }: Props) {
  const router = useRouter();
  const form = useActionForm({
    name: `directory.create:${organizationId}`,
    environment,
    schema: createDirectoryInput,
    defaultValues: { organizationId, type: 'SCIM', provider: '' },
    action: createDirectory,
    onSuccess: ({ directoryId }) => router.push(paths.directory(environment, organizationId, directoryId)),
  });
  return (
    <FormDialog
      form={form}
      title="Create directory"
      description="It takes users in as soon as it is there. Its address and a secret for the customer come on the next page."
      submitLabel="Create directory"
      onClose={onClose}
    >
      <ChoiceField name="type" label="How it is read" pick="one" options={types} />
      <FormField name="provider" label="Identity provider">
        {(control) => (
          <Select {...control}>
            <option value="">Other</option>
            {directoryProviders.map((provider) => (
              <option key={provider} value={provider}>
                {providerName(provider)}
              </option>
            ))}
          </Select>
        )}
      </FormField>
    </FormDialog>
  );
}
