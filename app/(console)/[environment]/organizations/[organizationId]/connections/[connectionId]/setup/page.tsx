import type { Metadata } from 'next';
import { OidcSetup } from '@/components/connection-setup/oidc-setup';
import { SamlSetup } from '@/components/connection-setup/saml-setup';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { LinkButton } from '@/components/ui/link-button';
import { MonoId } from '@/components/ui/mono-id';
import { Notice } from '@/components/ui/notice';
import { getConnectionSetup } from '@/lib/features/connection-setup/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Set up a connection' };

/** The settings of one connection, as a form: what a portal link would have the customer type themselves. */
export default async function ConnectionSetupPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/connections/[connectionId]/setup'>,
) {
  const { environment, organizationId, connectionId } = await props.params;
  const found = await settle(getConnectionSetup(environment, { organizationId, connectionId }));
  const retryHref = paths.connectionSetup(environment, organizationId, connectionId);
  if (!found.ok) {
    return <ErrorPanel title="This connection cannot be set up." error={found.error} retryHref={retryHref} />;
  }
  const setup = found.data;
  const back = paths.connection(environment, organizationId, connectionId);
  if (setup.type === 'other') {
    return (
      <EmptyState
        title={`Nothing to set up for the type ${setup.typeName}`}
        action={<LinkButton href={back}>Back to the connection</LinkButton>}
      >
        Keydesk sets up SAML and OpenID Connect.
      </EmptyState>
    );
  }
  const about = { environment, organizationId };
  return (
    <>
      <header className="mb-6 flex flex-wrap items-start justify-between gap-2">
        <div>
          <h2 className="text-base">
            Set up {setup.provider} ({setup.type})
          </h2>
          <MonoId id={connectionId} what="connection id" />
        </div>
        <LinkButton href={back}>Back to the connection</LinkButton>
      </header>
      {setup.enabled ? (
        <div className="mb-6 max-w-160">
          <Notice tone="warning" title="People sign in through this connection">
            What is saved counts from their next sign-in on. A wrong setting locks them out.
          </Notice>
        </div>
      ) : null}
      {setup.type === 'SAML' ? (
        <SamlSetup {...about} setup={setup} />
      ) : (
        <OidcSetup {...about} setup={setup} />
      )}
    </>
  );
}
