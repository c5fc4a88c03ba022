import { Suspense } from 'react';
import { FailingTable } from '@/components/desk/failing-logins';
import { ErrorPanel } from '@/components/ui/error-panel';
import { LinkButton } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { nameCustomers } from '@/lib/features/desk/name-customers';
import { listFailingLogins } from '@/lib/features/desk/queries';
import type { FailingLogins, FailingPeriod } from '@/lib/features/desk/schema';
import { paths, withSearch } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

const labels: Record<FailingPeriod, string> = { day: '24 hours', week: '7 days' };

type Props = { environment: string; period: FailingPeriod };

/** Whose sign-ins fail. */
export async function FailingPanel({ environment, period }: Props) {
  const failing = await settle(listFailingLogins(environment, { period }));
  return (
    <Section title="Failing sign-ins" action={<Periods environment={environment} period={period} />}>
      {failing.ok ? (
        <Suspense fallback={<FailingTable environment={environment} failing={failing.data} />}>
          <Named environment={environment} failing={failing.data} />
        </Suspense>
      ) : (
        <ErrorPanel
          title="The failing sign-ins could not be read."
          error={failing.error}
          retryHref={paths.desk(environment)}
        />
      )}
    </Section>
  );
}

/** In the first minutes of an environment nobody has noted the names yet: then, and only then, they are asked for. */
async function Named({ environment, failing }: { environment: string; failing: FailingLogins }) {
  const ids = failing.rows.flatMap(({ organizationId, name }) => (name === null ? [organizationId] : []));
  const found = ids.length > 0 ? await settle(nameCustomers(environment, { ids })) : null;
  const names = found?.ok ? found.data : {};
  const rows = failing.rows.map((row) => ({ ...row, name: row.name ?? names[row.organizationId] ?? null }));
  return <FailingTable environment={environment} failing={{ ...failing, rows }} />;
}

function Periods({ environment, period }: Props) {
  return (
    <nav aria-label="Period of the failing sign-ins" className="flex gap-2">
      {(['day', 'week'] as const).map((one) => (
        <LinkButton
          key={one}
          size="small"
          variant={one === period ? 'primary' : 'secondary'}
          aria-current={one === period ? 'page' : undefined}
          href={withSearch(paths.desk(environment), { period: one === 'day' ? '' : one })}
        >
          {labels[one]}
        </LinkButton>
      ))}
    </nav>
  );
}
