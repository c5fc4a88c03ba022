import { ErrorPanel } from '@/components/ui/error-panel';
import { LinkButton } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import type { Result } from '@/lib/errors';
import type { AppConnectionRow } from '@/lib/features/app-connections/schema';
import type { Page } from '@/lib/page';
import { paths, withSearch } from '@/lib/paths';
import { AppConnectionTable } from './app-connection-table';

type Props = {
  environment: string;
  provider: string;
  /** Null where the API cannot filter by this provider. */
  list: Result<Page<AppConnectionRow>> | null;
};

/** The app connections of one provider, the first page of them. */
export function ProviderConnections({ environment, provider, list }: Props) {
  const all = withSearch(paths.appConnections(environment), { provider });
  return (
    <Section
      title="App connections"
      action={list?.ok && list.data.nextToken ? <LinkButton href={all}>All of them</LinkButton> : null}
    >
      {list === null ? (
        <p className="text-quiet">The API filters by 50 characters at most: this identifier is longer.</p>
      ) : !list.ok ? (
        <ErrorPanel title="They could not be read." error={list.error} />
      ) : list.data.rows.length === 0 ? (
        <p className="text-quiet">None yet: agents cannot act there.</p>
      ) : (
        <AppConnectionTable environment={environment} rows={list.data.rows} />
      )}
    </Section>
  );
}
