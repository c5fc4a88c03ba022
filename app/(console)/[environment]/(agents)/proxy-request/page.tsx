import type { Metadata } from 'next';
import { z } from 'zod';
import { ProxyRequestForm } from '@/components/tools/proxy-request';
import { ErrorPanel } from '@/components/ui/error-panel';
import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';

export const metadata: Metadata = { title: 'Proxied request' };

const word = z.string().trim().max(400).default('').catch('');
const searchSchema = z.object({ identifier: word, connection: word });

/** A request of a provider's own API, through Scalekit, with somebody's connected account. */
export default async function ProxyRequestPage(props: PageProps<'/[environment]/proxy-request'>) {
  const { environment } = await props.params;
  const { identifier, connection: connector } = searchSchema.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  return (
    <>
      <PageHeader title="Proxied request">
        Ask a provider's own API with a connected account. Scalekit adds the authorization; the answer comes
        as it is.
      </PageHeader>
      {can(principal, 'tool.proxy', { kind: 'environment' }) ? (
        <ProxyRequestForm
          environment={environment}
          account={{ identifier, connector }}
          inProduction={principal.inProduction}
        />
      ) : (
        <ErrorPanel
          title="You cannot send proxied requests here."
          error={{
            message: principal.inProduction
              ? 'In production they are for admins who see all customers: the answer is a customer’s own content.'
              : 'They take the role support and no limit to some customers.',
          }}
        />
      )}
    </>
  );
}
