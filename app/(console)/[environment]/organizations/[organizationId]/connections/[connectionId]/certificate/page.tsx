import type { Metadata } from 'next';
import { PutBackDialog } from '@/components/certificate-rotation/dialogs';
import { KeptCertificates } from '@/components/certificate-rotation/kept-certificates';
import { RotateForm } from '@/components/certificate-rotation/rotate-form';
import { WatchSignIn } from '@/components/certificate-rotation/watch-sign-in';
import { CertificateTable } from '@/components/connections/certificate-table';
import { LiveQueries } from '@/components/live/live-query';
import { ErrorPanel } from '@/components/ui/error-panel';
import { LinkButton } from '@/components/ui/link-button';
import { MonoId } from '@/components/ui/mono-id';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { getRotation } from '@/lib/features/certificate-rotation/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Rotate certificate' };

/** The identity provider signs with a new certificate: compare, send, see what is there, wait for a good sign-in. */
export default async function RotateCertificatePage(
  props: PageProps<'/[environment]/organizations/[organizationId]/connections/[connectionId]/certificate'>,
) {
  const { environment, organizationId, connectionId } = await props.params;
  const principal = await requirePagePrincipal(environment);
  const found = await settle(getRotation(environment, { organizationId, connectionId }));
  if (!found.ok) {
    const retryHref = paths.rotateCertificate(environment, organizationId, connectionId);
    return (
      <ErrorPanel title="The certificates could not be read." error={found.error} retryHref={retryHref} />
    );
  }
  const { provider, enabled, metadataUrl, certificates, kept, lastSentAt } = found.data;
  const about = { environment, organizationId, connectionId };
  const mayPutBack = can(principal, 'connection.put_back_certificate');
  return (
    <>
      <header className="mb-6 flex flex-wrap items-start justify-between gap-2">
        <div>
          <h2 className="text-base">Rotate the certificate of {provider} (SAML)</h2>
          <MonoId id={connectionId} what="connection id" />
        </div>
        <LinkButton href={paths.connection(environment, organizationId, connectionId)}>
          Back to the connection
        </LinkButton>
      </header>
      <Section
        title="There now"
        description="What Scalekit checks the provider’s signatures against. The API has no way to take one away."
      >
        {certificates.length > 0 ? (
          <CertificateTable certificates={certificates} />
        ) : (
          <p className="text-quiet">No certificate yet.</p>
        )}
        {enabled ? null : (
          <div className="mt-3 max-w-180">
            <Notice tone="info" title="Nobody signs in through this connection: it is disabled." />
          </div>
        )}
      </Section>
      {can(principal, 'connection.rotate_certificate') ? (
        <Section title="The new one" description="From the customer’s metadata, or as they sent it.">
          <LiveQueries>
            <RotateForm {...about} metadataUrl={metadataUrl} />
          </LiveQueries>
        </Section>
      ) : null}
      {lastSentAt ? (
        <Section
          title="The next good sign-in"
          description="The proof that the provider and Scalekit agree again, read from the login log."
        >
          <WatchSignIn {...about} since={lastSentAt} />
        </Section>
      ) : null}
      {kept.length > 0 ? (
        <Section
          title="Kept"
          description="What was there before each rotation. Certificates are public: nothing of it is secret."
        >
          <KeptCertificates kept={kept} mayPutBack={mayPutBack} />
        </Section>
      ) : null}
      {mayPutBack ? <PutBackDialog {...about} kept={kept} /> : null}
    </>
  );
}
