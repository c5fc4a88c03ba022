import { LinkButton } from '@/components/ui/link-button';
import { Status } from '@/components/ui/status';
import type { RankedCause } from '@/lib/features/doctor/evidence';
import { actorWords, strengthWords } from './words';

type Props = { cause: RankedCause; rank: number; fix: { label: string; href: string } | null };

/** One cause: how sure, for and against, who must act, what to do, how to see that it worked. */
export function CauseItem({ cause, rank, fix }: Props) {
  const { title, actor, strength, speaksFor, speaksAgainst, steps, proof } = cause;
  const words = strengthWords[strength];
  return (
    <li className="grid gap-x-6 gap-y-3 border-b border-line py-4 last:border-b-0 md:grid-cols-2">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 md:col-span-2">
        <h3 className="font-medium">
          {rank}. {title}
        </h3>
        <span className="text-table">
          <Status tone={words.tone}>{words.label}</Status>
        </span>
      </div>
      <div className="flex min-w-0 flex-col gap-3 text-table">
        <Lines title="Speaks for it" lines={speaksFor} />
        <Lines title="Speaks against it" lines={speaksAgainst} />
      </div>
      <div className="flex min-w-0 flex-col gap-3 text-table">
        <div>
          <h4 className="text-quiet">Who must act</h4>
          <p>{actorWords(actor)}</p>
        </div>
        <div>
          <h4 className="text-quiet">What to do</h4>
          <ol className="measure list-decimal pl-4">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {fix ? (
            <LinkButton href={fix.href} size="small" className="mt-2">
              {fix.label}
            </LinkButton>
          ) : null}
        </div>
        <div>
          <h4 className="text-quiet">How to see that it worked</h4>
          <p className="measure">{proof}</p>
        </div>
      </div>
    </li>
  );
}

function Lines({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <h4 className="text-quiet">{title}</h4>
      <ul className="measure flex flex-col gap-1 wrap-anywhere">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
