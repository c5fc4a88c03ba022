import { PageHeader } from '@/components/ui/page-header';
import { TabLinks } from '@/components/ui/tab-links';
import { paths } from '@/lib/paths';

/** The tools that belong to no customer. */
export default async function ToolboxLayout({ params, children }: LayoutProps<'/[environment]/toolbox'>) {
  const { environment } = await params;
  return (
    <>
      <PageHeader title="Toolbox" />
      <TabLinks
        label="Tools"
        tabs={[
          { href: paths.tokenInspector(environment), label: 'Tokens and keys' },
          { href: paths.signInUrl(environment), label: 'Sign-in URL' },
          { href: paths.tokenExchange(environment), label: 'Code exchange' },
          { href: paths.signOutUrl(environment), label: 'Sign-out URL' },
          { href: paths.passwordless(environment), label: 'Passwordless' },
          { href: paths.pendingLogin(environment), label: 'Pending login' },
          { href: paths.webhookTester(environment), label: 'Webhook signature' },
          { href: paths.apiExplorer(environment), label: 'API explorer' },
          { href: paths.sdkSetup(environment), label: 'SDK set-up' },
        ]}
      />
      <div className="mt-6">{children}</div>
    </>
  );
}
