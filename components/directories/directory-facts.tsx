import { connectionStatusWords, enabledWords } from '@/components/connections/words';
import { CopyButton } from '@/components/ui/copy-button';
import { type Fact, Facts } from '@/components/ui/facts';
import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import type { DirectoryRow } from '@/lib/features/directories/schema';
import { formatCount } from '@/lib/format';
import { directoryTypeWords, trackedWords } from './words';

/** What a directory is, whether it works, and how much it holds. */
export function DirectoryFacts({ directory }: { directory: DirectoryRow }) {
  const { tone, label } = enabledWords(directory);
  const setUp = connectionStatusWords[directory.status];
  const facts: (Fact | null)[] = [
    { term: 'Provisioning', value: <Status tone={tone}>{label}</Status> },
    { term: 'Set-up', value: <Status tone={setUp.tone}>{setUp.label}</Status> },
    { term: 'Provider', value: `${directory.provider}, ${directoryTypeWords[directory.type].label}` },
    directory.endpoint ? { term: 'SCIM endpoint', value: <Endpoint address={directory.endpoint} /> } : null,
    directory.email ? { term: 'Read as', value: directory.email } : null,
    { term: 'Users', value: <Count count={directory.users} changedAt={directory.usersUpdatedAt} /> },
    { term: 'Groups', value: <Count count={directory.groups} changedAt={directory.groupsUpdatedAt} /> },
    { term: 'Tracks', value: directory.groupsTracked ? trackedWords[directory.groupsTracked] : 'not known' },
    { term: 'Last synchronized', value: <RelativeTime time={directory.lastSyncedAt} missing="never" /> },
  ];
  return <Facts facts={facts.filter((fact) => fact !== null)} />;
}

function Endpoint({ address }: { address: string }) {
  return (
    <span className="flex items-start gap-1">
      <code className="min-w-0 font-mono text-xs wrap-anywhere">{address}</code>
      <CopyButton text={address} what="SCIM endpoint" className="-my-1.5 shrink-0" />
    </span>
  );
}

function Count({ count, changedAt }: { count: number; changedAt: string | null }) {
  return (
    <>
      {formatCount(count)}
      {changedAt ? (
        <span className="text-quiet">
          , last change <RelativeTime time={changedAt} />
        </span>
      ) : null}
    </>
  );
}
