import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Recent } from '@/app/(console)/[environment]/activity/recent';
import { MappingSection } from '@/components/attribute-mapping/mapping-section';
import { DomainSection } from '@/components/connection-domains/domain-section';
import { TestSection } from '@/components/connection-tests/test-section';
import { CertificateTable } from '@/components/connections/certificate-table';
import { DeleteConnectionDialog, SwitchConnectionDialog } from '@/components/connections/dialogs';
import { OtherType } from '@/components/connections/other-type';
import { SettingList } from '@/components/connections/setting-list';
import { connectionStatusWords, enabledWords } from '@/components/connections/words';
import { LastWorkedStrip } from '@/components/doctor/last-worked-strip';
import { WatchButton } from '@/components/doctor/watch-button';
import { ChangesLink } from '@/components/snapshots/changes-link';
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
import type { Result } from '@/lib/errors';
import { getConnection } from '@/lib/features/connections/queries';
import { getLastWorked } from '@/lib/features/doctor/queries';
import type { LastWorked } from '@/lib/features/doctor/schema';
import { paths, withSearch } from '@/lib/paths';
import { settle } from '@/lib/server/settle';
import { AsCode } from '../../../../as-code';

export const metadata: Metadata = { title: 'SSO connection' };

/** One connection: whether it works, what is set on both sides, and its certificates. */
export default async function ConnectionPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/connections/[connectionId]'>,
) {
  const { environment, organizationId, connectionId } = await props.params;
  const principal = await requirePagePrincipal(environment);
  // Started with the other and not waited for: the log is one page of everybody's.
  const worked = settle(getLastWorked(environment, { organizationId, connectionId }));
  const found = await settle(getConnection(environment, { organizationId, connectionId }));
  if (!found.ok) {
    const retryHref = paths.connection(environment, organizationId, connectionId);
    return (
      <ErrorPanel title="This connection could not be read." error={found.error} retryHref={retryHref} />
    );
  }
  const connection = found.data;
  const ids = { environment, organizationId, connectionId };
  const isSso = connection.type === 'OIDC' || connection.type === 'SAML';
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
            <LinkButton href={withSearch(paths.activity(environment), { connection: connectionId })}>
              Activity
            </LinkButton>
            <ChangesLink {...{ environment, organizationId }} part="connection" id={connectionId} />
            {can(principal, 'connection.configure') && isSso ? (
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
            { term: 'Key', value: <code className="font-mono text-xs">{connection.keyId}</code> },
            { term: 'Created', value: <RelativeTime time={connection.createdAt} /> },
            { term: 'Changed', value: <RelativeTime time={connection.updatedAt} /> },
          ]}
        />
      </Section>
      {isSso || connection.assignedDomains.length > 0 ? (
        <DomainSection
          {...ids}
          enabled={connection.enabled}
          domains={connection.assignedDomains}
          mayChange={can(principal, 'connection.assign_domains')}
        />
      ) : null}
      {isSso ? (
        <>
          <Section title="For the customer’s identity provider" description="What they enter on their side.">
            <SettingList settings={connection.ours} />
          </Section>
          <Section
            title="Of the customer’s identity provider"
            description="What Scalekit knows of their side."
          >
            <SettingList settings={connection.theirs} />
          </Section>
          {connection.certificates.length > 0 ? (
            <Section
              title="Signing certificates"
              action={
                can(principal, 'connection.rotate_certificate') ? (
                  <LinkButton href={paths.rotateCertificate(environment, organizationId, connectionId)}>
                    Rotate certificate
                  </LinkButton>
                ) : null
              }
            >
              <CertificateTable certificates={connection.certificates} />
            </Section>
          ) : null}
          <MappingSection
            {...ids}
            type={connection.type}
            mapping={connection.attributeMapping}
            mayChange={can(principal, 'connection.map_attributes')}
          />
        </>
      ) : (
        <OtherType connection={connection} />
      )}
      <TestSection
        {...ids}
        name={`${connection.provider} (${connection.type})`}
        testUri={connection.testUri}
        domains={connection.domains}
      />
      <Recent environment={environment} about={{ connection: connectionId, organization: organizationId }} />
      <AsCode
        environment={environment}
        calls={['connections.getConnection', 'connections.enableConnection'].map((operation) => ({
          operation,
          input: { organization_id: organizationId, id: connectionId },
        }))}
      />
      {isSso ? (
        <Section
          title="When it last worked"
          action={
            can(principal, 'sign_in_watch.start') ? (
              <WatchButton
                environment={environment}
                subject={{
                  email: null,
                  organization: { id: organizationId, name: '' },
                  connection: { id: connectionId },
                }}
              />
            ) : null
          }
        >
          <Suspense fallback={<p className="text-table text-quiet">Reading the login log…</p>}>
            <Worked reading={worked} />
          </Suspense>
        </Section>
      ) : null}
      {maySwitch ? <SwitchConnectionDialog {...about} /> : null}
      {mayDelete ? <DeleteConnectionDialog {...about} /> : null}
    </>
  );
}

async function Worked({ reading }: { reading: Promise<Result<LastWorked>> }) {
  const worked = await reading;
  if (worked.ok) return <LastWorkedStrip strip={worked.data} />;
  return <ErrorPanel title="The login log could not be read." error={worked.error} />;
}
