'use client';

import { useRouter } from 'next/navigation';
import { useActionForm } from '@/components/forms/use-action-form';
import { announce } from '@/components/ui/announce';
import { Notice } from '@/components/ui/notice';
import { updateProvider } from '@/lib/features/providers/actions';
import { type ProviderDetail, updateProviderInput } from '@/lib/features/providers/schema';
import { formatQuantity } from '@/lib/format';
import { paths } from '@/lib/paths';
import { ProviderForm } from './provider-form';

type Props = { environment: string; provider: ProviderDetail };

// What the form began with is read anew by a reload: no draft keeps it.
const unkeptFields = ['seen'];

/** Replaces a provider of the environment's own; what would be lost stands above the button. */
export function EditProvider({ environment, provider }: Props) {
  const router = useRouter();
  const { identifier, fields, seen, furtherPatterns } = provider;
  const form = useActionForm({
    name: `provider.update:${identifier}`,
    environment,
    schema: updateProviderInput,
    defaultValues: { identifier, seen, ...fields },
    secretFields: unkeptFields,
    action: updateProvider,
    onSuccess: () => {
      announce('The provider is saved.');
      router.push(paths.provider(environment, identifier));
    },
  });
  return (
    <ProviderForm
      form={form}
      identifier={identifier}
      submitLabel="Save provider"
      back={{ href: paths.provider(environment, identifier), label: 'Back to the provider' }}
    >
      <Notice tone="warning" title="The way to authorize is replaced as a whole">
        Fields, scopes and addresses become exactly what stands here, for every connection of this provider.
        Accounts that are connected keep what they stored under the old keys.
        {furtherPatterns > 0
          ? ` ${formatQuantity(furtherPatterns, 'further way', 'further ways')} to authorize, which Scalekit does not use today, ${furtherPatterns === 1 ? 'stays as it is' : 'stay as they are'}.`
          : ''}
      </Notice>
    </ProviderForm>
  );
}
