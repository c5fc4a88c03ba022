import { FailingLogins } from '@/components/desk/failing-logins';
import { ErrorPanel } from '@/components/ui/error-panel';
import { LinkButton } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { listFailingLogins } from '@/lib/features/desk/queries';
import type { FailingPeriod } from '@/lib/features/desk/schema';
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
        <FailingLogins environment={environment} failing={failing.data} />
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
