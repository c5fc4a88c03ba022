import type { Metadata } from 'next';
import Link from 'next/link';
import { ExploreOperation } from '@/components/api-explorer/explore-operation';
import { Marks } from '@/components/api-explorer/operation-table';
import { closedBecause } from '@/components/api-explorer/words';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Notice } from '@/components/ui/notice';
import { apiActs } from '@/lib/api-effects';
import { ruleOf } from '@/lib/auth/permissions';
import { can, isFreshSignIn } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { getOperation } from '@/lib/features/api-explorer/queries';
import type { OperationDetail } from '@/lib/features/api-explorer/schema';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';
import { fieldsOf } from '@/lib/wire-request';

export const metadata: Metadata = { title: 'API operation' };

/** One operation: a form made from the contract, the request that it makes, and the answer. */
export default async function OperationPage(props: PageProps<'/[environment]/toolbox/api/[operation]'>) {
  const { environment, operation: key } = await props.params;
  const principal = await requirePagePrincipal(environment);
  const found = await settle(getOperation(environment, { operation: key }));
  const list = paths.apiExplorer(environment);
  if (!found.ok)
    return <ErrorPanel title="There is no such operation." error={found.error} retryHref={list} />;
  const operation = found.data;
  const mayStepUp = apiActs.filter((act) => ruleOf(`api.${act}`).stepUp);
  return (
    <>
      <p className="mb-2 text-table">
        <Link href={list} className="text-link">
          All operations
        </Link>
      </p>
      <div className="mb-5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-lg wrap-anywhere">{operation.summary || operation.key}</h2>
          <Marks row={operation} />
        </div>
        <p className="mt-1 font-mono text-xs wrap-anywhere text-quiet">
          {operation.key} · {operation.verb} {operation.path}
        </p>
        {operation.description ? <p className="measure mt-2 wrap-anywhere">{operation.description}</p> : null}
      </div>
      {operation.act === null ? (
        <Notice tone="info" title="It cannot be sent from here">
          {closedBecause(operation.callers)}
        </Notice>
      ) : (
        <ExploreOperation
          environment={environment}
          operation={operation}
          filled={fillPath(operation, await props.searchParams)}
          may={apiActs.filter((act) => can(principal, `api.${act}`))}
          mayReveal={can(principal, 'api.reveal')}
          asksForSignIn={isFreshSignIn(principal.authTime) ? [] : mayStepUp}
          limited={principal.customers !== 'all'}
          inProduction={principal.inProduction}
        />
      )}
    </>
  );
}

// Ids alone come from the address: whoever sends a link must not fill in the rest.
function fillPath({ routes }: OperationDetail, search: Record<string, string | string[] | undefined>) {
  const fields = routes.flatMap(({ path }) => fieldsOf(path));
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = search[field];
      return typeof value === 'string' ? [[field, value.slice(0, 200)]] : [];
    }),
  );
}
