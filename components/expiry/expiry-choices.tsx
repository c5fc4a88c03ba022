import { LinkButton } from '@/components/ui/link-button';
import { type ExpiringKind, type ExpiryQueue, expiringNouns } from '@/lib/features/expiry/schema';
import { formatCount, formatQuantity } from '@/lib/format';
import { paths, withSearch } from '@/lib/paths';

type Props = {
  environment: string;
  /** Null: what has run out. */
  within: number | null;
  kind: ExpiringKind | undefined;
  counts: Pick<ExpiryQueue, 'kinds' | 'past'> | null;
};

const spans = [7, 30, 90, 365] as const;

/** How far ahead, or back, and which kinds: each with its count. */
export function ExpiryChoices({ environment, within, kind, counts }: Props) {
  const path = paths.expiry(environment);
  const span = within === null ? { when: 'past' } : { within: String(within) };
  const kinds = counts?.kinds ?? [];
  return (
    <div className="mb-3 flex flex-col gap-2">
      <nav aria-label="When" className="flex flex-wrap gap-2">
        <Choice href={withSearch(path, { when: 'past', kind })} chosen={within === null}>
          Ran out{counts && counts.past > 0 ? ` (${formatCount(counts.past)})` : ''}
        </Choice>
        {spans.map((days) => (
          <Choice key={days} href={withSearch(path, { within: days, kind })} chosen={days === within}>
            {formatQuantity(days, 'day')}
          </Choice>
        ))}
      </nav>
      {kinds.length > 1 || kind ? (
        <nav aria-label="Kind" className="flex flex-wrap gap-2">
          <Choice href={withSearch(path, span)} chosen={kind === undefined}>
            All kinds
          </Choice>
          {kinds.map((one) => (
            <Choice
              key={one.kind}
              href={withSearch(path, { ...span, kind: one.kind })}
              chosen={one.kind === kind}
            >
              {formatQuantity(one.count, expiringNouns[one.kind])}
            </Choice>
          ))}
        </nav>
      ) : null}
    </div>
  );
}

type ChoiceProps = { href: string; chosen: boolean; children: React.ReactNode };

function Choice({ href, chosen, children }: ChoiceProps) {
  return (
    <LinkButton
      size="small"
      variant={chosen ? 'primary' : 'secondary'}
      aria-current={chosen ? 'page' : undefined}
      href={href}
    >
      {children}
    </LinkButton>
  );
}
