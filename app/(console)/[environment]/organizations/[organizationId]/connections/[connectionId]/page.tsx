import type { Metadata } from 'next';
import { CertificateTable } from '@/components/connections/certificate-table';
import { DeleteConnectionDialog, SwitchConnectionDialog } from '@/components/connections/dialogs';
import { SettingList } from '@/components/connections/setting-list';
import { connectionStatusWords, enabledWords } from '@/components/connections/words';
import { DialogLink } from '@/components/ui/dialog-link';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Facts } from '@/components/ui/facts';
import { LinkButton } from '@/components/ui/link-button';
import { MonoId } from '@/components/ui/mono-id';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import { Status } from '@/components/ui/status';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { getConnection } from '@/lib/features/connections/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'SSO connection' };

/** One connection: whether it works, what is set on both sides, and its certificates. */
export default async function ConnectionPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/connections/[connectionId]'>,
) {
  const { environment, organizationId, connectionId } = await props.params;
  const principal = await requirePagePrincipal(environment);
  const found = await settle(getConnection(environment, { organizationId, connectionId }));
  if (!found.ok) {
    const retryHref = paths.connection(environment, organizationId, connectionId);
    return (
      <ErrorPanel title="This connection could not be read." error={found.error} retryHref={retryHref} />
    );
  }
  const connection = found.data;
  const about = { environment, organizationId, connection };
  const maySwitch = can(principal, connection.enabled ? 'connection.disable' : 'connection.enable');
  const mayDelete = can(principal, 'connection.delete');
  return (
    <>
      <Section
        title={`${connection.provider} (${connection.type})`}
        description={<MonoId id={connectionId} what="connection id" />}
        action={
          <span className="flex flex-wrap gap-2">
            {can(principal, 'connection.configure') && /^(OIDC|SAML)$/.test(connection.type) ? (
              <LinkButton href={paths.connectionSetup(environment, organizationId, connectionId)}>
                Set up
              </LinkButton>
            ) : null}
            {maySwitch ? (
              <DialogLink dialog="switch" variant={connection.enabled ? 'secondary' : 'primary'}>
                {connection.enabled ? 'Disable' : 'Enable'}
              </DialogLink>
            ) : null}
            {mayDelete ? (
              <DialogLink dialog="delete-connection" variant="secondary">
                Delete
              </DialogLink>
            ) : null}
          </span>
        }
      >
        <Facts
          facts={[
            {
              term: 'Sign-in',
              value: <Status tone={enabledWords(connection).tone}>{enabledWords(connection).label}</Status>,
            },
            {
              term: 'Set-up',
              value: (
                <Status tone={connectionStatusWords[connection.status].tone}>
                  {connectionStatusWords[connection.status].label}
                </Status>
              ),
            },
            { term: 'Domains', value: connection.domains.join(', ') || 'none' },
            { term: 'Key', value: <code className="font-mono text-xs">{connection.keyId}</code> },
            { term: 'Created', value: <RelativeTime time={connection.createdAt} /> },
            { term: 'Changed', value: <RelativeTime time={connection.updatedAt} /> },
          ]}
        />
      </Section>
      <Section title="For the customer’s identity provider" description="What they enter on their side.">
        <SettingList settings={connection.ours} />
      </Section>
      <Section title="Of the customer’s identity provider" description="What Scalekit knows of their side.">
        <SettingList settings={connection.theirs} />
      </Section>
      {connection.certificates.length > 0 ? (
        <Section title="Signing certificates">
          <CertificateTable certificates={connection.certificates} />
        </Section>
      ) : null}
      {connection.attributeMapping.length > 0 ? (
        <Section title="Attribute mapping">
          <SettingList
            settings={connection.attributeMapping.map(({ key, value }) => ({ label: key, value }))}
          />
        </Section>
      ) : null}
      {maySwitch ? <SwitchConnectionDialog {...about} /> : null}
      {mayDelete ? <DeleteConnectionDialog {...about} /> : null}
    </>
  );
}
