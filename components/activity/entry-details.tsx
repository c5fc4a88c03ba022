import { LinkButton } from '@/components/ui/link-button';
import { Section } from '@/components/ui/section';
import { changeOf } from '@/lib/activity/difference';
import type { ActivityEntry } from '@/lib/features/activity/schema';
import { formatExactTime } from '@/lib/format';
import { paths } from '@/lib/paths';
import { ActivitySentence } from './activity-sentence';
import { FieldDifferences } from './field-differences';

type Props = { environment: string; entry: ActivityEntry };

/** What happened, what differs, the data as it was kept, and the way to the rows of the same target. */
export function EntryDetails({ environment, entry }: Props) {
  const { line, previous, next } = entry;
  const href = (other: typeof line) => paths.activityEntry(environment, other.stream, other.entryId);
  const about = line.targetId ? 'object' : 'address';
  return (
    <>
      <p className="measure mb-4 text-base wrap-anywhere">
        <ActivitySentence line={line} />.
      </p>
      {previous || next ? (
        <nav aria-label="Rows of the same object" className="mb-6 flex flex-wrap gap-2">
          {previous ? (
            <LinkButton href={href(previous)} rel="prev" size="small">
              {`Earlier of this ${about}`}
            </LinkButton>
          ) : null}
          {next ? (
            <LinkButton href={href(next)} rel="next" size="small">
              {`Later of this ${about}`}
            </LinkButton>
          ) : null}
        </nav>
      ) : null}
      <Difference entry={entry} />
      <Section title="Data" description="As it was kept. Secrets are taken out before that.">
        <pre className="rounded border border-line bg-sunken p-3 font-mono text-xs whitespace-pre-wrap wrap-anywhere">
          {JSON.stringify(line.data, null, 2)}
        </pre>
      </Section>
    </>
  );
}

function Difference({ entry: { line, before } }: { entry: ActivityEntry }) {
  const change = line.stream === 'change' ? changeOf(line.data) : null;
  if (change) {
    return (
      <Section
        title="What changed"
        description="Between the look before it happened and the look that found it."
      >
        <FieldDifferences before={change.before} after={change.after} label="What changed" />
      </Section>
    );
  }
  if (!before) return null;
  return (
    <Section
      title="Difference to the row before"
      description={`The last of its kind that is kept of this object is of ${formatExactTime(before.at)}.`}
    >
      <FieldDifferences before={before.data} after={line.data} label="Difference to the row before" />
    </Section>
  );
}
