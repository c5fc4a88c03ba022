import { UnfinishedList } from '@/components/desk/unfinished-list';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Section } from '@/components/ui/section';
import { listUnfinished } from '@/lib/features/onboarding/unfinished';
import { paths } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

/** Whose set-up waits. */
export async function UnfinishedPanel({ environment }: { environment: string }) {
  const rows = await settle(listUnfinished(environment, {}));
  return (
    <Section
      title="Onboarding"
      description="Begun and not finished, as Keydesk last saw it. The customer’s page reads the live state."
    >
      {rows.ok ? (
        <UnfinishedList environment={environment} rows={rows.data} />
      ) : (
        <ErrorPanel
          title="The onboarding customers could not be read."
          error={rows.error}
          retryHref={paths.desk(environment)}
        />
      )}
    </Section>
  );
}
