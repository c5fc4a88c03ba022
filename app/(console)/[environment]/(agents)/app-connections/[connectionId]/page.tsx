import type { Metadata } from 'next';
import { Suspense } from 'react';
import { AppConnectionFacts } from '@/components/app-connections/app-connection-facts';
import { DeleteAppConnectionDialog, SwitchAppConnectionDialog } from '@/components/app-connections/dialogs';
import { UsedBy } from '@/components/app-connections/used-by';
import { stateWords } from '@/components/app-connections/words';
import { DialogLink } from '@/components/ui/dialog-link';
import { ErrorPanel } from '@/components/ui/error-panel';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { Status } from '@/components/ui/status';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { countAppConnectionImpact, getAppConnection } from '@/lib/features/app-connections/queries';
import { paths, withSearch } from '@/lib/paths';
import { settle } from '@/lib/server/settle';
import { Recent } from '../../../activity/recent';

export const metadata: Metadata = { title: 'App connection' };

const everywhere = { kind: 'environment' } as const;

/** One app connection: whether agents can act through it, what is set, and what hangs on it. */
export default async function AppConnectionPage(
  props: PageProps<'/[environment]/app-connections/[connectionId]'>,
) {
  const { environment, connectionId } = await props.params;
  const principal = await requirePagePrincipal(environment);
  const crumbs = [{ label: 'App connections', href: paths.appConnections(environment) }];
  const seesAll = can(principal, 'app_connection.read', everywhere);
  const impact = seesAll ? settle(countAppConnectionImpact(environment, { connectionId })) : null;
  const found = await settle(getAppConnection(environment, { connectionId }));
  if (!found.ok) {
    const retryHref = paths.appConnection(environment, connectionId);
    return (
      <>
        <PageHeader
          crumbs={crumbs}
          title="App connection"
          id={{ value: connectionId, what: 'connection id' }}
        />
        <ErrorPanel
          title="This app connection could not be read."
          error={found.error}
          retryHref={retryHref}
        />
      </>
    );
  }
  const connection = found.data;
  const about = { environment, connection };
  const rights = {
    update: can(principal, 'app_connection.update', everywhere),
    switch: can(
      principal,
      connection.enabled ? 'app_connection.disable' : 'app_connection.enable',
      everywhere,
    ),
    delete: can(principal, 'app_connection.delete', everywhere),
  };
  const { tone, label } = stateWords(connection);
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={connection.keyId}
        status={<Status tone={tone}>{label}</Status>}
        id={{ value: connectionId, what: 'connection id' }}
        action={
          <span className="flex flex-wrap gap-2">
            {rights.switch ? (
              <DialogLink dialog="switch" variant="secondary">
                {connection.enabled ? 'Disable' : 'Enable'}
              </DialogLink>
            ) : null}
            {rights.delete ? (
              <DialogLink dialog="delete-app-connection" variant="secondary">
                Delete
              </DialogLink>
            ) : null}
            {rights.update ? (
              <LinkButton
                href={paths.appConnectionEdit(environment, connectionId)}
                variant="primary"
                data-shortcut="edit"
              >
                Edit settings
              </LinkButton>
            ) : null}
          </span>
        }
      />
      <AppConnectionFacts environment={environment} connection={connection} />
      <Section title="What hangs on it">
        {impact ? (
          <Suspense fallback={<p className="text-quiet">Counting…</p>}>
            <UsedBy
              impact={impact}
              accountsHref={withSearch(paths.connectedAccounts(environment), {
                connection: connection.keyId,
              })}
            />
          </Suspense>
        ) : (
          <p className="text-quiet">
            It serves all customers of the environment; you work on some of them, so nothing is counted here.
          </p>
        )}
      </Section>
      <Recent environment={environment} about={{ target: connectionId }} />
      {rights.switch ? <SwitchAppConnectionDialog {...about} /> : null}
      {rights.delete ? <DeleteAppConnectionDialog {...about} /> : null}
    </>
  );
}
