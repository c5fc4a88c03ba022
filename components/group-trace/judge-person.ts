import type { GroupTrace, TracedGroup, TracedPerson } from '@/lib/features/group-trace/schema';
import { formatList, formatQuantity } from '@/lib/format';
import { type GroupStep, mappedStep, nesting, provider, you } from './group-step';

type Asked = NonNullable<GroupTrace['person']>;

/** What there is to say of the person who should be in a group, or of their groups. */
export function personSteps(trace: GroupTrace, person: Asked, name: string): GroupStep[] {
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
