import type { Metadata } from 'next';
import { EditProvider } from '@/components/providers/edit-provider';
import { ErrorPanel } from '@/components/ui/error-panel';
import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { getProvider } from '@/lib/features/providers/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Edit a provider' };

/** A custom provider as a form. */
export default async function EditProviderPage(
  props: PageProps<'/[environment]/providers/[identifier]/edit'>,
) {
  const { environment, ...params } = await props.params;
  const identifier = decodeURIComponent(params.identifier);
  const principal = await requirePagePrincipal(environment);
  const found = await settle(getProvider(environment, { identifier }));
  const crumbs = [
    { label: 'Providers', href: paths.providers(environment) },
    { label: found.ok ? found.data.name : identifier, href: paths.provider(environment, identifier) },
  ];
  if (!found.ok) {
    const retryHref = paths.providerEdit(environment, identifier);
    return (
      <>
        <PageHeader crumbs={crumbs} title="Edit provider" />
        <ErrorPanel title="This provider could not be read." error={found.error} retryHref={retryHref} />
      </>
    );
  }
  const provider = found.data;
  const mayUpdate = can(principal, 'provider.update', { kind: 'environment' });
  return (
    <>
      <PageHeader crumbs={crumbs} title={`Edit ${provider.name}`} />
      {provider.isCustom && mayUpdate ? (
        <EditProvider environment={environment} provider={provider} />
      ) : (
        <ErrorPanel
          title="This provider cannot be changed."
          error={{
            message: provider.isCustom
              ? 'It is there for all customers: it takes the role lead and no limit to some customers.'
              : 'It comes with Scalekit.',
          }}
        />
      )}
    </>
  );
}
