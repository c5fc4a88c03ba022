import type { Metadata } from 'next';
import { z } from 'zod';
import { judgeGroup } from '@/components/group-trace/judge-group';
import { StepList } from '@/components/group-trace/step-list';
import { TraceForm } from '@/components/group-trace/trace-form';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { traceGroup } from '@/lib/features/group-trace/queries';
import { mostGroupsRead, mostUsersRead } from '@/lib/features/group-trace/schema';
import { formatCount } from '@/lib/format';
import { paths, withSearch } from '@/lib/paths';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Why is a group missing?' };

const searchSchema = z.object({
  group: z.string().trim().max(256).default('').catch(''),
  person: z.string().trim().max(254).default('').catch(''),
});

/** Why a group, or somebody's place in it, does not arrive: told apart, with evidence and who must act. */
export default async function MissingGroupPage(
  props: PageProps<'/[environment]/organizations/[organizationId]/directories/[directoryId]/groups/missing'>,
) {
  const { environment, organizationId, directoryId } = await props.params;
  const asked = searchSchema.parse(await props.searchParams);
  const principal = await requirePagePrincipal(environment);
  const ids = [environment, organizationId, directoryId] as const;
  const path = paths.directoryGroupTrace(...ids);
  const isAsked = asked.group !== '' || asked.person !== '';
  const trace = isAsked
    ? await settle(traceGroup(environment, { organizationId, directoryId, ...asked }))
    : null;
  const verdict = trace?.ok ? judgeGroup(trace.data, asked) : null;
  const mends = {
    state: can(principal, 'directory.enable') && {
      label: 'Enable the directory',
      href: paths.directory(...ids),
    },
    tracking: can(principal, 'directory.track_groups') && {
      label: 'Choose tracked groups',
      href: withSearch(paths.directoryGroups(...ids), { dialog: 'track-groups' }),
    },
    mapping: can(principal, 'directory.map_roles') && {
      label: 'Map groups to roles',
      href: withSearch(paths.directoryMapping(...ids), { dialog: 'map-roles' }),
    },
    users: {
      label: 'See the users',
      href: withSearch(paths.directoryUsers(...ids), { group: trace?.ok ? trace.data.group?.id : '' }),
    },
    members: {
      label: 'See the members',
      href: withSearch(paths.members(environment, organizationId), { q: asked.person }),
    },
  };
  return (
    <Section
      title="Why is a group missing?"
      description={`Looks through up to ${formatCount(mostGroupsRead)} groups and ${formatCount(mostUsersRead)} people of this directory, as Scalekit holds them now.`}
    >
      <TraceForm path={path} {...asked} />
      {trace === null ? (
        <EmptyState title="Which group?">
          Give the group as the customer calls it, a person who should be in it, or both. What is told apart:
          not pushed by the identity provider, not tracked, nested, not mapped to a role.
        </EmptyState>
      ) : !trace.ok ? (
        <ErrorPanel
          title="The directory could not be looked through."
          error={trace.error}
          retryHref={withSearch(path, asked)}
        />
      ) : verdict ? (
        <div className="flex flex-col gap-4">
          <Notice tone={verdict.isFine ? 'success' : 'warning'} title={verdict.title} />
          <StepList steps={verdict.steps} mends={mends} />
        </div>
      ) : null}
    </Section>
  );
}
