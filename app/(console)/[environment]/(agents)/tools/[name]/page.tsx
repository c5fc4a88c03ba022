import type { Metadata } from 'next';
import { z } from 'zod';
import { RunTool } from '@/components/tools/run-tool';
import { ToolFacts } from '@/components/tools/tool-facts';
import { ErrorPanel } from '@/components/ui/error-panel';
import { WithRail } from '@/components/ui/facts';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { getTool, listToolAccounts } from '@/lib/features/tools/queries';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';
import { AsCode } from '../../../as-code';

export const metadata: Metadata = { title: 'Tool' };

const word = z.string().trim().max(400).default('').catch('');
const searchSchema = z.object({ identifier: word, connection: word, account: word });

/** One tool: what it takes and gives, and a run with somebody's account. */
export default async function ToolPage(props: PageProps<'/[environment]/tools/[name]'>) {
  const { environment, ...params } = await props.params;
  const name = decodeURIComponent(params.name);
  const {
    identifier,
    connection: connector,
    account: accountId,
  } = searchSchema.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const crumbs = [{ label: 'Tools', href: paths.tools(environment) }];
  const found = await settle(getTool(environment, { name }));
  if (!found.ok) {
    return (
      <>
        <PageHeader crumbs={crumbs} title={name} />
        <ErrorPanel
          title="This tool could not be read."
          error={found.error}
          retryHref={paths.tool(environment, name)}
        />
      </>
    );
  }
  const tool = found.data;
  const mayRun = can(principal, 'tool.run', { kind: 'environment' });
  const accounts = mayRun ? await settle(listToolAccounts(environment, { provider: tool.provider })) : null;
  return (
    <>
      <PageHeader crumbs={crumbs} title={name} id={{ value: tool.id, what: 'tool id' }}>
        {tool.description}
      </PageHeader>
      <WithRail rail={<ToolFacts environment={environment} tool={tool} />}>
        <Section
          title="Run it"
          description="What stands in the form is what is sent: modifiers that an application adds with the SDK run in the application alone."
        >
          {mayRun ? (
            <RunTool
              environment={environment}
              name={name}
              schema={tool.inputSchema}
              accounts={accounts?.ok ? accounts.data : null}
              account={{ identifier, connector, accountId }}
              inProduction={principal.inProduction}
            />
          ) : (
            <p className="measure text-quiet">
              {principal.inProduction
                ? 'In production only admins who see all customers run tools: the answer is a customer’s own content.'
                : 'Running tools takes the role support and no limit to some customers.'}
            </p>
          )}
        </Section>
        <AsCode
          environment={environment}
          calls={[{ operation: 'tools.executeTool', input: { tool_name: name, identifier, connector } }]}
        />
      </WithRail>
    </>
  );
}
