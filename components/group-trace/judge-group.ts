import type { Tone } from '@/components/ui/tone';
import type { GroupTrace, TracedGroup, TracedPerson } from '@/lib/features/group-trace/schema';
import { formatCount, formatExactTime, formatList, formatQuantity } from '@/lib/format';

/** Where something can be mended in this console. */
export type Mend = 'state' | 'tracking' | 'mapping' | 'users' | 'members';

/** One thing that has to hold before a group brings a role, and how it stands. */
export type GroupStep = {
  subject: string;
  tone: Tone;
  state: string;
  /** What Scalekit tells, with its numbers. */
  evidence: string;
  /** Who must act; absent where nobody must. */
  who?: string;
  mend?: Mend;
};

/** The first thing that does not hold, in words, and all that were looked at. */
export type GroupVerdict = { title: string; isFine: boolean; steps: GroupStep[] };

const provider = 'The customer’s IT administrator, at the identity provider.';
const you = 'You, here.';
const nesting =
  'Identity providers push the direct members of a group, not those of groups inside it, and Scalekit does not tell what lies inside what.';

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

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

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

function mappedStep({ roleNames }: TracedGroup): GroupStep {
  const subject = 'Mapped';
  return roleNames.length > 0
    ? {
        subject,
        tone: 'success',
        state: `Brings ${formatList(roleNames)}`,
        evidence: 'By the directory’s mapping.',
      }
    : {
        subject,
        tone: 'danger',
        state: 'Not mapped to a role',
        evidence: 'It brings no role: its members get the organization’s default role, as everybody does.',
        who: you,
        mend: 'mapping',
      };
}

type Asked = NonNullable<GroupTrace['person']>;

function personSteps(trace: GroupTrace, person: Asked, name: string): GroupStep[] {
  const { found } = person;
  if (!found) return [unknownPersonStep(person, name)];
  const steps = [activityStep(found)];
  if (trace.group) steps.push(insideStep(person, found, trace.group), roleStep(person, trace.group));
  else steps.push(...ownGroupSteps(found));
  return steps;
}

function unknownPersonStep({ read, isWhole, member }: Asked, name: string): GroupStep {
  const belongs = member ? ` They are a member of the organization all the same: not by this directory.` : '';
  const evidence = `Looked through ${formatQuantity(read, 'person', 'people')} of this directory.${belongs}`;
  const subject = 'Person';
  return isWhole
    ? {
        subject,
        tone: 'danger',
        state: `${name} is not in the directory`,
        evidence,
        who: `${provider} Assign the person to the application.`,
      }
    : {
        subject,
        tone: 'warning',
        state: `${name} is not among those looked through`,
        evidence: `${evidence} There are more.`,
        who: you,
        mend: 'users',
      };
}

function activityStep({ id, email, isActive }: TracedPerson): GroupStep {
  const evidence = `${email}, ${id}.`;
  const subject = 'Person';
  if (isActive === false)
    return {
      subject,
      tone: 'danger',
      state: 'Inactive in the directory',
      evidence: `${evidence} The identity provider says that they no longer work there.`,
      who: provider,
    };
  return { subject, tone: 'success', state: 'In the directory', evidence };
}

function insideStep({ isInside }: Asked, { groups }: TracedPerson, group: TracedGroup): GroupStep {
  const subject = 'In the group';
  if (isInside) return { subject, tone: 'success', state: 'Direct member', evidence: `Of ${group.name}.` };
  const others =
    groups.length > 0
      ? `They are in ${formatList(groups.map(({ name }) => name).slice(0, 8))}: if one of these lies inside ${group.name}, this is why.`
      : 'They are in no tracked group.';
  return isInside === null
    ? {
        subject,
        tone: 'neutral',
        state: 'Not known',
        evidence: 'The list of the group is too long to read here.',
      }
    : {
        subject,
        tone: 'danger',
        state: `Not a direct member of ${group.name}`,
        evidence: `${others} ${nesting}`,
        who: `${provider} Put the person into the group itself, or push and map the group that they are in.`,
      };
}

function roleStep({ member, isInside }: Asked, { roleNames }: TracedGroup): GroupStep {
  const subject = 'Role';
  if (!member)
    return {
      subject,
      tone: 'warning',
      state: 'No member of the organization',
      evidence:
        'The directory knows them, and no member has this e-mail: most often its domain is none of the organization’s verified ones.',
      who: you,
      mend: 'members',
    };
  const missing = roleNames.filter((name) => !member.roleNames.includes(name));
  const held =
    member.roleNames.length > 0 ? `They have ${formatList(member.roleNames)}.` : 'They have no role.';
  if (missing.length === 0 || !isInside)
    return { subject, tone: 'neutral', state: 'As it stands', evidence: held };
  return {
    subject,
    tone: 'warning',
    state: `${formatList(missing)} has not arrived`,
    evidence: `${held} A role that a group brings comes with the next push of the person.`,
    who: `${provider} Push the person again.`,
    mend: 'members',
  };
}

function ownGroupSteps({ groups }: TracedPerson): GroupStep[] {
  if (groups.length === 0)
    return [
      {
        subject: 'Groups',
        tone: 'danger',
        state: 'In no tracked group',
        evidence: `Scalekit names only tracked groups here. ${nesting}`,
        who: `${provider} Look which groups the person is in, and which are pushed; then ask for the group by name.`,
        mend: 'tracking',
      },
    ];
  return groups.map((group) => ({ ...mappedStep(group), subject: group.name }));
}
