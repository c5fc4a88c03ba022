import type { Metadata } from 'next';
import { CreateProvider } from '@/components/providers/create-provider';
import { ErrorPanel } from '@/components/ui/error-panel';
import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { paths } from '@/lib/paths';

export const metadata: Metadata = { title: 'Create a provider' };

/** A service that Scalekit does not know: an API, or an MCP server. */
export default async function NewProviderPage(props: PageProps<'/[environment]/providers/new'>) {
  const { environment } = await props.params;
  const principal = await requirePagePrincipal(environment);
  const crumbs = [{ label: 'Providers', href: paths.providers(environment) }];
  return (
    <>
      <PageHeader crumbs={crumbs} title="Create provider" />
      {can(principal, 'provider.create', { kind: 'environment' }) ? (
        <CreateProvider environment={environment} />
      ) : (
        <ErrorPanel
          title="You cannot create providers."
          error={{
            message:
              'A provider is there for all customers: it takes the role support and no limit to some customers.',
          }}
        />
      )}
    </>
  );
}
