'use client';

import { useRouter } from 'next/navigation';
import { useActionForm } from '@/components/forms/use-action-form';
import { announce } from '@/components/ui/announce';
import { createProvider } from '@/lib/features/providers/actions';
import { blankProvider, createProviderInput } from '@/lib/features/providers/schema';
import { paths } from '@/lib/paths';
import { ProviderForm } from './provider-form';

/** Registers a provider of the environment's own. */
export function CreateProvider({ environment }: { environment: string }) {
  const router = useRouter();
  const form = useActionForm({
    name: 'provider.create',
    environment,
    schema: createProviderInput,
    defaultValues: blankProvider,
    action: createProvider,
    onSuccess: ({ identifier }) => {
      announce('The provider is created.');
      router.push(paths.provider(environment, identifier));
    },
  });
  return (
    <ProviderForm
      form={form}
      identifier={null}
      submitLabel="Create provider"
      back={{ href: paths.providers(environment), label: 'Back to the providers' }}
    />
  );
}
