import type { Metadata } from 'next';
import Link from 'next/link';
import { z } from 'zod';
import { DryRunSteps } from '@/components/doctor/dry-run-steps';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { FilterBar } from '@/components/ui/filter-bar';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import { dryRunSignIn } from '@/lib/features/doctor/queries';
import { emailInput } from '@/lib/features/doctor/schema';
import { paths, withSearch } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Sign-in dry run' };

const searchSchema = z.object({ email: z.string().trim().max(254).default('').catch('') });

/** Where a sign-in of an address would lead, and why, without one. */
export default async function DryRunPage(props: PageProps<'/[environment]/doctor/dry-run'>) {
  const { environment } = await props.params;
  const { email } = searchSchema.parse(await props.searchParams);
  const path = paths.signInDryRun(environment);
  const isAddress = emailInput.safeParse({ email }).success;
  const run = isAddress ? await settle(dryRunSignIn(environment, { email })) : null;
  return (
    <Section
      title="Sign-in dry run"
      description="Plays the documented order through, as things stand now: method, domain, organization, connection, membership, roles. Nobody is signed in."
    >
      <FilterBar chips={[]} clearHref={path} action={path} submitLabel="Play it through">
        <div>
          <label htmlFor="dry-email" className="mb-1 block text-table font-medium">
            E-mail address
          </label>
          <Input
            key={email}
            id="dry-email"
            name="email"
            defaultValue={email}
            maxLength={254}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={email && !isAddress ? true : undefined}
            aria-describedby={email && !isAddress ? 'dry-email-error' : undefined}
            className="w-72 max-w-full"
          />
          {email && !isAddress ? (
            <p id="dry-email-error" role="alert" className="mt-1 text-table text-danger-text">
              Give a whole address, such as jane@customer.example.
            </p>
          ) : null}
        </div>
      </FilterBar>
      {run === null ? (
        <EmptyState title="Whose sign-in?">
          Give an address. It need not be anybody’s yet: a newcomer’s way is played through as well.
        </EmptyState>
      ) : !run.ok ? (
        <ErrorPanel
          title="It could not be played through."
          error={run.error}
          retryHref={withSearch(path, { email })}
        />
      ) : (
        <div className="flex flex-col gap-4">
          <Notice tone={run.data.works ? 'success' : 'warning'} title={run.data.outcome} />
          <DryRunSteps steps={run.data.steps} />
          {run.data.gaps.map((gap) => (
            <p key={gap} className="measure text-table text-quiet">
              {gap}
            </p>
          ))}
          {run.data.organization ? (
            <p className="flex flex-wrap gap-x-4 gap-y-1 text-table">
              <Link
                prefetch={false}
                className="link"
                href={paths.organization(environment, run.data.organization.id)}
              >
                Open <bdi>{run.data.organization.name}</bdi>
              </Link>
              {run.data.connectionId ? (
                <Link
                  prefetch={false}
                  className="link"
                  href={paths.connection(environment, run.data.organization.id, run.data.connectionId)}
                >
                  Open the connection
                </Link>
              ) : null}
            </p>
          ) : null}
        </div>
      )}
    </Section>
  );
}
