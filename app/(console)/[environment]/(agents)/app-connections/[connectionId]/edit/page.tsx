import type { Metadata } from 'next';
import { GoogleForm } from '@/components/app-connections/google-form';
import { KeyForm } from '@/components/app-connections/key-form';
import { OauthForm } from '@/components/app-connections/oauth-form';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { getAppConnectionSetup } from '@/lib/features/app-connections/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Edit an app connection' };

/** The settings of one app connection, as a form. */
export default async function EditAppConnectionPage(
  props: PageProps<'/[environment]/app-connections/[connectionId]/edit'>,
) {
  const { environment, connectionId } = await props.params;
  const found = await settle(getAppConnectionSetup(environment, { connectionId }));
  const key = found.ok ? found.data.fields.keyId : '';
  const crumbs = [
    { label: 'App connections', href: paths.appConnections(environment) },
    { label: key || connectionId, href: paths.appConnection(environment, connectionId) },
  ];
  if (!found.ok) {
    const retryHref = paths.appConnectionEdit(environment, connectionId);
    return (
      <>
        <PageHeader crumbs={crumbs} title="Edit settings" />
        <ErrorPanel
          title="This app connection cannot be changed."
          error={found.error}
          retryHref={retryHref}
        />
      </>
    );
  }
  const setup = found.data;
  return (
    <>
      <PageHeader crumbs={crumbs} title={`Edit ${key}`} />
      {setup.enabled ? (
        <div className="mb-6 max-w-160">
          <Notice tone="warning" title="Agents act through this connection, for all customers">
            What is saved counts from their next call on.
          </Notice>
        </div>
      ) : null}
      {setup.kind === 'oauth' ? <OauthForm environment={environment} setup={setup} /> : null}
      {setup.kind === 'google' ? <GoogleForm environment={environment} setup={setup} /> : null}
      {setup.kind === 'other' ? <KeyForm environment={environment} setup={setup} /> : null}
    </>
  );
}
