import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { RelativeTime } from '@/components/ui/relative-time';
import type { FailedOf } from '@/lib/features/desk/schema';
import { paths } from '@/lib/paths';

/** Whom the doctor is asked about. `failed` is null where the log could not be read, or is not this person's to see. */
export type About = { organizationId: string; failed: FailedOf | null };

type Props = { environment: string; about: About; onChoose: (email: string) => void };

/** The customer that somebody came from, and whose sign-ins failed last there: one press asks why. */
export function AboutCustomer({ environment, about: { organizationId, failed }, onChoose }: Props) {
  const people = new Map<string, string>();
  for (const { email, at } of failed?.rows ?? []) if (email && !people.has(email)) people.set(email, at);
  const name = failed?.name ?? organizationId;
  return (
    <section aria-label={`About ${name}`} className="mb-6 max-w-3xl">
      <h2 className="text-base wrap-anywhere">
        About{' '}
        <Link prefetch={false} className="text-link" href={paths.organization(environment, organizationId)}>
          <bdi>{name}</bdi>
        </Link>
      </h2>
      {people.size === 0 ? (
        <p className="mt-1 text-table text-quiet">
          {failed
            ? 'No failed sign-in of theirs is known. Ask for the address where they landed, or for the person’s e-mail.'
            : 'Their failed sign-ins could not be read.'}
        </p>
      ) : (
        <>
          <p className="mt-1 text-table text-quiet">Whose sign-in failed last. Choose one to find out why.</p>
          <ul className="mt-2 flex flex-wrap gap-2">
            {[...people].map(([email, at]) => (
              <li key={email} className="max-w-full">
                <Button size="small" className="max-w-full" title={email} onClick={() => onChoose(email)}>
                  <span className="min-w-0 truncate">{email}</span>
                  <span className="shrink-0 text-quiet">
                    <RelativeTime time={at} />
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
