import Link from 'next/link';
import { CopyButton } from '@/components/ui/copy-button';
import { Facts } from '@/components/ui/facts';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import type { AppConnectionDetail } from '@/lib/features/app-connections/schema';
import { paths } from '@/lib/paths';
import { typeWords } from './words';

type Props = { environment: string; connection: AppConnectionDetail };

/** What an app connection is, what is registered at the provider, and what is set. */
export function AppConnectionFacts({ environment, connection }: Props) {
  const { providerKey, type, redirectUri, mcpServerUrl, settings } = connection;
  return (
    <>
      <Section title="Connection">
        <Facts
          facts={[
            {
              term: 'Provider',
              value: (
                <Link href={paths.provider(environment, providerKey)} prefetch={false} className="text-link">
                  {providerKey}
                </Link>
              ),
            },
            { term: 'Agents sign in by', value: typeWords(type) },
            { term: 'Created', value: <RelativeTime time={connection.createdAt} /> },
            { term: 'Changed', value: <RelativeTime time={connection.updatedAt} /> },
            ...(mcpServerUrl
              ? [{ term: 'MCP server', value: <Address text={mcpServerUrl} what="MCP server address" /> }]
              : []),
          ]}
        />
      </Section>
      {redirectUri ? (
        <Section
          title="For the provider"
          description="Registered there as the address that people are sent back to."
        >
          <Facts
            facts={[{ term: 'Redirect URI', value: <Address text={redirectUri} what="redirect URI" /> }]}
          />
        </Section>
      ) : null}
      <Section title="Settings">
        {settings.length === 0 ? (
          <p className="text-quiet">The API shows no settings of it.</p>
        ) : (
          <Facts
            facts={settings.map(({ label, value, copy }) => ({
              term: label,
              value: copy ? (
                <Address text={value} what={label} />
              ) : (
                <span className="whitespace-pre-line wrap-anywhere">{value}</span>
              ),
            }))}
          />
        )}
      </Section>
    </>
  );
}

function Address({ text, what }: { text: string; what: string }) {
  return (
    <span className="flex items-start gap-1">
      <code className="min-w-0 font-mono text-xs wrap-anywhere">{text}</code>
      <CopyButton text={text} what={what} className="-my-1.5 shrink-0" />
    </span>
  );
}
