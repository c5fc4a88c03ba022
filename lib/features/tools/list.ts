import 'server-only';
import type { z } from 'zod';
import { AppError } from '@/lib/errors';
import type { Page } from '@/lib/page';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { toToolRow } from './rows';
import { type listToolsInput, type ToolRow, toolPageSize } from './schema';

type Filters = z.output<typeof listToolsInput>;
type Tokens = { totalSize: number; nextPageToken: string; prevPageToken: string };

/** A page by the view that was chosen; nothing reads the catalogue whole. @throws AppError invalid */
export async function listToolPage(filters: Filters, scalekit: ScalekitClient): Promise<Page<ToolRow>> {
  const { view, identifier, pageToken } = filters;
  const paging = { pageSize: toolPageSize, pageToken };
  if (view !== 'catalogue' && identifier === '') {
    throw new AppError(
      'invalid',
      'Say whose tools: give the identifier that the accounts were connected under.',
    );
  }
  if (view === 'available') {
    const answer = await scalekit.tools.listAvailableTools({ identifier, ...paging });
    return toPage(
      answer,
      answer.tools.map((tool) => toToolRow(tool)),
    );
  }
  if (view === 'scoped') {
    const filter = await scopedFilter(filters, scalekit);
    const answer = await scalekit.tools.listScopedTools({ identifier, filter, ...paging });
    const rows = answer.tools.flatMap(({ tool, connectedAccountId }) =>
      tool ? [toToolRow(tool, connectedAccountId)] : [],
    );
    return toPage(answer, rows);
  }
  const answer = await scalekit.tools.listTools({ filter: catalogueFilter(filters), ...paging });
  return toPage(
    answer,
    answer.tools.map((tool) => toToolRow(tool)),
  );
}

function catalogueFilter({ text, toolName, ...filters }: Filters) {
  if (text && text.length < 3) throw new AppError('invalid', 'Part of a name takes three letters at least.');
  const { provider, identifier, connector, accountId, organizationId, userId } = filters;
  return {
    provider,
    identifier,
    toolName: toolName ? [toolName] : [],
    query: text || undefined,
    connector: connector || undefined,
    connectedAccountId: accountId || undefined,
    organizationId: organizationId || undefined,
    userId: userId || undefined,
  };
}

// Scalekit wants a filter, and a query string cannot hold an empty one: the providers of the person's accounts stand in.
async function scopedFilter(
  { identifier, provider, toolName, connector }: Filters,
  scalekit: ScalekitClient,
) {
  const filter = {
    providers: provider ? [provider] : [],
    toolNames: toolName ? [toolName] : [],
    connectionNames: connector ? [connector] : [],
  };
  if (provider || toolName || connector) return filter;
  const page = await scalekit.connectedAccounts.listConnectedAccounts({ identifier, pageSize: 30 });
  const providers = [...new Set(page.connectedAccounts.map((account) => account.provider))];
  if (providers.length === 0)
    throw new AppError('not_found', `Nobody connected an account as ${identifier}.`);
  return { ...filter, providers };
}

function toPage({ totalSize, nextPageToken, prevPageToken }: Tokens, rows: ToolRow[]): Page<ToolRow> {
  return { rows, total: totalSize, nextToken: nextPageToken || null, previousToken: prevPageToken || null };
}
