import Link from 'next/link';
import { Facts } from '@/components/ui/facts';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import { type AccountDetail, queueStatuses } from '@/lib/features/connected-accounts/schema';
import { secretMask } from '@/lib/masked-secret';
import { paths, withSearch } from '@/lib/paths';
import { statusWords, typeWords } from './words';

type Props = { environment: string; account: AccountDetail; mayListTools: boolean };

/** Whose account it is, whether agents can act with it, and what is set. Its credentials are not even read. */
export function AccountFacts({ environment, account, mayListTools }: Props) {
  const { connector, connectionId, provider, status, apiConfig } = account;
  const tools = (view: string, label: string) => (
    <Link
      href={withSearch(paths.tools(environment), { view, identifier: account.identifier })}
      prefetch={false}
      className="text-link"
    >
      {label}
    </Link>
  );
  return (
    <>
      <Section title="Account">
        <Facts
          facts={[
            // Of who waits, the notice above says it.
            ...(queueStatuses.includes(status)
              ? []
              : [{ term: 'State', value: statusWords[status].meaning }]),
            {
              term: 'Connection',
              value: (
                <Link
                  href={paths.appConnection(environment, connectionId)}
                  prefetch={false}
                  className="text-link font-mono text-xs"
                >
                  {connector}
                </Link>
              ),
            },
            {
              term: 'Provider',
              value: (
                <Link href={paths.provider(environment, provider)} prefetch={false} className="text-link">
                  {provider}
                </Link>
              ),
            },
            ...(mayListTools
              ? [
                  {
                    term: 'Tools',
                    value: (
                      <span className="flex flex-wrap gap-x-4">
                        {tools('scoped', 'that this person’s accounts can run')}
                        {tools('available', 'that would be available')}
                      </span>
                    ),
                  },
                ]
              : []),
            { term: 'Authorizes by', value: typeWords(account.authorizationType) },
            { term: 'Credentials', value: hasCredentials(account) ? secretMask : 'none' },
            { term: 'Token runs out', value: <RelativeTime time={account.tokenExpiresAt} missing="–" /> },
            { term: 'Last used', value: <RelativeTime time={account.lastUsedAt} missing="never" /> },
            { term: 'Changed', value: <RelativeTime time={account.updatedAt} missing="not known" /> },
          ]}
        />
      </Section>
      <Section
        title="Settings"
        description="What the provider’s API needs besides the credentials, such as a region."
      >
        {apiConfig ? (
          <pre className="rounded border border-line bg-sunken p-3 font-mono text-xs whitespace-pre-wrap wrap-anywhere">
            {apiConfig}
          </pre>
        ) : (
          <p className="text-quiet">None are set.</p>
        )}
      </Section>
    </>
  );
}

function hasCredentials({ status }: AccountDetail): boolean {
  return status === 'ACTIVE' || status === 'EXPIRED';
}
