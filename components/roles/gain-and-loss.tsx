import type { AccessChange } from '@/lib/role-changes';

/** The permissions that come and those that go, in words and marks. */
export function GainAndLoss({ gained, lost }: Pick<AccessChange, 'gained' | 'lost'>) {
  return (
    <>
      <Names sign="+" verb="Gains" names={gained} className="text-success-text" />
      <Names sign="−" verb="Loses" names={lost} className="text-danger-text" />
    </>
  );
}

type NamesProps = { sign: string; verb: string; names: string[]; className: string };

function Names({ sign, verb, names, className }: NamesProps) {
  if (names.length === 0) return null;
  return (
    <p className="text-table wrap-anywhere">
      <span className={className}>
        <span aria-hidden="true">{sign} </span>
        {verb}
      </span>{' '}
      <span className="font-mono text-xs">{names.join(', ')}</span>
    </p>
  );
}
