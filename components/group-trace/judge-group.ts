import type { GroupTrace, TracedGroup } from '@/lib/features/group-trace/schema';
import { formatCount, formatExactTime, formatList, formatQuantity } from '@/lib/format';
import { type GroupStep, lower, mappedStep, nesting, provider, you } from './group-step';
import { personSteps } from './judge-person';

/** The first thing that does not hold, in words, and all that were looked at. */
export type GroupVerdict = { title: string; isFine: boolean; steps: GroupStep[] };

/** Tells apart what can keep a group from arriving. `asked` are the words that were looked for. */
export function judgeGroup(trace: GroupTrace, asked: { group: string; person: string }): GroupVerdict {
  const steps = [directoryStep(trace)];
  if (asked.group) steps.push(...groupSteps(trace, asked.group));
  if (trace.person) steps.push(...personSteps(trace, trace.person, asked.person));
  return verdictOf(steps);
}

function verdictOf(steps: GroupStep[]): GroupVerdict {
  const stops = steps.filter(({ tone }) => tone === 'danger');
  const doubts = steps.filter(({ tone }) => tone === 'warning');
  const [first] = [...stops, ...doubts];
  if (!first) return { title: 'Everything that Scalekit tells of is in order.', isFine: true, steps };
  return { title: `${first.subject}: ${lower(first.state)}.`, isFine: false, steps };
}

function directoryStep({ directory: { enabled, lastSyncedAt } }: GroupTrace): GroupStep {
  const subject = 'Directory';
  const last = lastSyncedAt
    ? `Last synchronized ${formatExactTime(lastSyncedAt)}.`
    : 'Nothing has been synchronized yet.';
  return enabled
    ? { subject, tone: 'success', state: 'Enabled', evidence: last }
    : {
        subject,
        tone: 'danger',
        state: 'Disabled',
        evidence: `Every push is refused. ${last}`,
        who: you,
        mend: 'state',
      };
}

function groupSteps(trace: GroupTrace, asked: string): GroupStep[] {
  const { group } = trace;
  if (!group) return [absentStep(trace, asked)];
  return [
    {
      subject: 'Pushed',
      tone: 'success',
      state: 'In the directory',
      evidence: `${group.name}, ${group.externalId ?? 'without an external id'}, ${group.id}.${
        group.updatedAt ? ` Changed ${formatExactTime(group.updatedAt)}.` : ''
      }`,
    },
    trackedStep(trace, group),
    membersStep(trace, group),
    mappedStep(group),
  ];
}

function absentStep({ read, similar }: GroupTrace, asked: string): GroupStep {
  const subject = 'Pushed';
  const alike = similar.length > 0 ? ` Similar names: ${formatList(similar)}.` : '';
  if (!read.isWhole)
    return {
      subject,
      tone: 'warning',
      state: `Not among the first ${formatCount(read.groups)} groups`,
      evidence: `The directory has more than are read here, so “${asked}” may still be there.${alike} Its id or the list of groups can tell.`,
      who: you,
    };
  return {
    subject,
    tone: 'danger',
    state: 'Not pushed by the identity provider',
    evidence: `${
      read.groups === 0
        ? 'The directory holds no group at all'
        : `None of the ${formatQuantity(read.groups, 'group')} of this directory is named “${asked}”, or has it as an id`
    }.${alike} Groups are pushed apart from users. A group that is only nested in another one is not pushed either.`,
    who: `${provider} Add the group to those that are pushed.`,
  };
}

function trackedStep({ directory }: GroupTrace, { isTracked }: TracedGroup): GroupStep {
  const subject = 'Tracked';
  if (isTracked)
    return {
      subject,
      tone: 'success',
      state: 'Tracked',
      evidence:
        directory.tracking === 'all' ? 'All groups of this directory are.' : 'It is among those chosen.',
    };
  return {
    subject,
    tone: 'danger',
    state: 'Not tracked',
    evidence:
      'The identity provider pushes it, and Scalekit holds it; but groups were chosen, and this one was not. It brings nobody a role.',
    who: you,
    mend: 'tracking',
  };
}

function membersStep({ person }: GroupTrace, { users }: TracedGroup): GroupStep {
  const subject = 'Members';
  if (users > 0)
    return {
      subject,
      tone: 'success',
      state: formatQuantity(users, 'direct member'),
      evidence: person
        ? 'Whether the person is one of them stands below.'
        : `${nesting} So others may be missing.`,
      mend: 'users',
    };
  return {
    subject,
    tone: 'warning',
    state: 'Empty',
    evidence: `It was pushed with nobody in it. A group that holds only other groups looks like this: ${lower(nesting)}`,
    who: `${provider} Put people into the group itself, or push the groups inside it.`,
  };
}
