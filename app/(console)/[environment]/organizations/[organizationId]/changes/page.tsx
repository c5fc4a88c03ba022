import type { Metadata } from 'next';
import { z } from 'zod';
import { ChangeList } from '@/components/snapshots/change-list';
import { SnapshotAge } from '@/components/snapshots/snapshot-age';
import { partWords } from '@/components/snapshots/words.data';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { LinkButton } from '@/components/ui/link-button';
import { MonoId } from '@/components/ui/mono-id';
import { Section } from '@/components/ui/section';
import { listChanges } from '@/lib/features/snapshots/queries';
import { type ChangingPart, changesShown, changingParts } from '@/lib/features/snapshots/schema';
import { paths, withSearch } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Changes' };

const searchSchema = z.object({
  part: z.enum(changingParts).optional().catch(undefined),
  id: z.string().trim().max(200).default('').catch(''),
});

/** Who changed one thing (or anything) of an organization, when, and what it was before. */
export default async function ChangesPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/changes'>,
) {
  const { environment, organizationId } = await props.params;
  const { part, id } = searchSchema.parse(await props.searchParams);
  const about = part && id ? { part, id } : null;
  const path = paths.changes(environment, organizationId);
  const found = await settle(listChanges(environment, { organizationId, about }));
  if (!found.ok) {
    const retryHref = withSearch(path, about ?? {});
    return <ErrorPanel title="The changes could not be read." error={found.error} retryHref={retryHref} />;
  }
  const { name, seen, entries, more } = found.data;
  const back = about && placeOf(environment, organizationId, about.part, about.id);
  return (
    <>
      <Section
        title={about ? `Changes of ${name ?? partWords[about.part]}` : 'Changes'}
        description={about ? <MonoId id={about.id} what={`${partWords[about.part]} id`} /> : undefined}
        action={
          about ? (
            <span className="flex flex-wrap gap-2">
              {back ? <LinkButton href={back}>{partWords[about.part]}</LinkButton> : null}
              <LinkButton href={path}>All changes here</LinkButton>
            </span>
          ) : null
        }
      >
        {seen ? <SnapshotAge seen={seen} /> : null}
        {!seen && about ? (
          <p className="measure text-quiet">
            Keydesk has not looked at this before, so what it was is not known. From now on it is.
          </p>
        ) : null}
      </Section>
      <Section
        title="What changed"
        description="Scalekit does not tell about edits. Keydesk compares what it sees each time, so a change made elsewhere has an interval and no name."
      >
        {entries.length === 0 ? (
          <EmptyState title="No change was seen">
            {about && !seen
              ? 'Changes show here once there are two looks to compare.'
              : 'Nothing differed between two looks, and nobody of your staff changed it.'}
          </EmptyState>
        ) : (
          <ChangeList entries={entries} showName={!about} />
        )}
        {more ? <p className="mt-2 text-table text-quiet">The newest {changesShown} are shown.</p> : null}
      </Section>
    </>
  );
}

/** The page of the thing itself, where it has one. */
function placeOf(environment: string, organizationId: string, part: ChangingPart, id: string): string | null {
  if (part === 'connection') return paths.connection(environment, organizationId, id);
  if (part === 'directory') return paths.directory(environment, organizationId, id);
  if (part === 'api_client') return paths.apiClient(environment, organizationId, id);
  if (part === 'organization_role') return paths.organizationRole(environment, organizationId, id);
  return null;
}
