import { ErrorPanel } from '@/components/ui/error-panel';
import { FilterBar } from '@/components/ui/filter-bar';
import { Section } from '@/components/ui/section';
import type { Result } from '@/lib/errors';
import type { McpConfigRow } from '@/lib/features/mcp-configs/schema';
import type { McpAccount } from '@/lib/mcp-account';
import { paths, withSearch } from '@/lib/paths';
import { AccountTable } from './account-table';
import { LinkAccountDialog } from './dialogs';
import { FilterField } from './filter-field';
import { MissingNotice } from './missing-notice';

type Props = {
  environment: string;
  config: McpConfigRow;
  /** Who is looked at; empty: nobody yet. */
  identifier: string;
  accounts: Result<McpAccount[]> | null;
  mayLook: boolean;
  mayAuthorize: boolean;
};

/** Whether a person's agent may begin: their accounts at the connections of a configuration. */
export function AccountSection(props: Props) {
  const { environment, config, identifier, accounts, mayLook, mayAuthorize } = props;
  const path = paths.mcpConfig(environment, config.id);
  return (
    <Section
      title="Connected accounts of a person"
      description="Is everything authorized that their agent needs? Looking makes nothing."
    >
      {mayLook ? (
        <FilterBar
          chips={identifier ? [{ label: `Of ${identifier}`, removeHref: path }] : []}
          clearHref={path}
          action={path}
          submitLabel="Look"
        >
          <FilterField wide name="identifier" label="Identifier" value={identifier} maxLength={255} />
        </FilterBar>
      ) : (
        <p className="text-quiet">Accounts belong to all customers; you work on some of them.</p>
      )}
      {accounts?.ok === false ? (
        <ErrorPanel
          title="The accounts could not be read."
          error={accounts.error}
          retryHref={withSearch(path, { identifier })}
        />
      ) : null}
      {accounts?.ok ? (
        <div className="flex flex-col gap-3">
          <MissingNotice accounts={accounts.data} />
          {accounts.data.length > 0 ? (
            <AccountTable accounts={accounts.data} mayAuthorize={mayAuthorize} />
          ) : (
            <p className="text-quiet">This configuration has no connections.</p>
          )}
        </div>
      ) : null}
      {mayAuthorize && identifier ? (
        <LinkAccountDialog
          environment={environment}
          configId={config.id}
          identifier={identifier}
          accounts={accounts?.ok ? accounts.data : []}
        />
      ) : null}
    </Section>
  );
}
