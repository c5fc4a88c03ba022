import { TabLinks } from '@/components/ui/tab-links';
import { paths } from '@/lib/paths';

/**
 * The area of what agents act with. Each of its pages stands under its own noun in the address; a further page gets a
 * folder in this group and a tab here.
 */
export default async function AgentsLayout(props: LayoutProps<'/[environment]'>) {
  const { environment } = await props.params;
  return (
    <>
      <TabLinks
        label="Agents"
        tabs={[
          { href: paths.appConnections(environment), label: 'App connections', hasPagesBelow: true },
          { href: paths.providers(environment), label: 'Providers' },
          { href: paths.connectedAccounts(environment), label: 'Connected accounts', hasPagesBelow: true },
          { href: paths.mcpConfigs(environment), label: 'MCP' },
          { href: paths.tools(environment), label: 'Tools', hasPagesBelow: true },
          { href: paths.proxyRequest(environment), label: 'Proxied request' },
          { href: paths.toolRuns(environment), label: 'Runs' },
        ]}
      />
      <div className="mt-5">{props.children}</div>
    </>
  );
}
