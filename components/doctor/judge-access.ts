import { type GroupStep, lower, provider, you } from '@/components/group-trace/group-step';
import type { DirectoryRow } from '@/lib/features/directories/schema';
import type { GroupTrace } from '@/lib/features/group-trace/schema';
import type { UserAccess, UserMembership } from '@/lib/features/users/schema';
import { formatList } from '@/lib/format';
import { effectivePermissions, roleGraph } from '@/lib/role-graph';
import type { RoleRow } from '@/lib/role-row';

/** All that decides whether somebody has a permission at one organization. */
export type AccessFacts = {
  permission: string;
  membership: UserMembership | null;
  access: UserAccess;
  roles: RoleRow[];
  /** Null: could not be read. */
  directories: DirectoryRow[] | null;
  /** What the directories say of the person, by directory id; only those that could bring the permission. */
  traces: Map<string, GroupTrace>;
};

export type AccessVerdict = { title: string; has: boolean; steps: GroupStep[] };

/** Where the chain from group to directory, mapping, role and permission breaks; or that it does not. */
export function judgeAccess(facts: AccessFacts): AccessVerdict {
  const { permission, access, membership } = facts;
  const granted = access.permissions.find(({ name }) => name === permission);
  if (granted)
    return {
      has: true,
      title: `They have ${permission}, by ${granted.sources.length > 0 ? formatList(granted.sources) : 'a role that Scalekit does not name'}.`,
      steps: [
        membershipStep(membership),
        {
          subject: 'Permission',
          tone: 'success',
          state: 'Granted',
          evidence: 'Scalekit’s own answer for this member.',
        },
        {
          subject: 'Token',
          tone: 'neutral',
          state: 'Not to be seen from here',
          evidence:
            'A token carries the permissions of the moment it was made. Who got the permission since has to sign in again, or wait for the next token.',
        },
      ],
    };
  const bringing = rolesBringing(facts);
  const steps = [membershipStep(membership), roleStep(facts, bringing)];
  if (bringing.length > 0) steps.push(heldStep(facts, bringing), ...directorySteps(facts, bringing));
  const first = steps.find(({ tone }) => tone === 'danger') ?? steps.find(({ tone }) => tone === 'warning');
  const where = first
    ? `The chain breaks at: ${lower(first.subject)}. ${first.state}.`
    : 'Where it breaks cannot be told.';
  return { has: false, title: `They do not have ${permission}. ${where}`, steps };
}

const nameOf = (facts: AccessFacts, role: string) =>
  facts.roles.find(({ name }) => name === role)?.displayName || role;

/** Roles that bring the permission, by themselves or by what they extend. */
export function rolesBringing({ roles, permission }: Pick<AccessFacts, 'roles' | 'permission'>): string[] {
  const graph = roleGraph(roles);
  return roles.map(({ name }) => name).filter((name) => effectivePermissions(graph, [name]).has(permission));
}

function membershipStep(membership: UserMembership | null): GroupStep {
  const subject = 'Membership';
  if (!membership)
    return {
      ...{ subject, tone: 'danger', state: 'No member of this organization' },
      ...{ evidence: 'Nobody who is no member has a permission here.', who: you, mend: 'members' },
    };
  if (membership.status !== 'active')
    return {
      ...{ subject, tone: 'danger', state: `The membership is ${membership.status.replace('_', ' ')}` },
      ...{
        evidence: 'Permissions count from the first sign-in of an active member.',
        who: you,
        mend: 'members',
      },
    };
  return {
    subject,
    tone: 'success',
    state: 'Active',
    evidence: `Came by: ${membership.provisioningMethod ?? 'not known'}.`,
  };
}

function roleStep(facts: AccessFacts, bringing: string[]): GroupStep {
  const subject = 'Role';
  const words = bringing.map((name) => nameOf(facts, name));
  if (bringing.length > 0)
    return {
      ...{ subject, tone: 'success', state: `${formatList(words)} would bring it` },
      evidence: `Of the ${facts.roles.length} roles that count here.`,
    };
  return {
    ...{ subject, tone: 'danger', state: `No role here brings ${facts.permission}` },
    evidence: 'It may be misspelled, or was taken out of a role.',
    who: 'A lead, in the matrix of roles and permissions.',
  };
}

function heldStep(facts: AccessFacts, bringing: string[]): GroupStep {
  const subject = 'Roles they have';
  const held = facts.access.roles.map(({ displayName }) => displayName);
  return {
    ...{ subject, tone: facts.directories?.length ? 'warning' : 'danger' },
    state: held.length > 0 ? `${formatList(held)}, and none of those` : 'None',
    evidence: `Missing: ${formatList(bringing.map((name) => nameOf(facts, name)))}.`,
    who: facts.directories?.length
      ? 'See the directories below: a role that is given by hand may be taken by the next push.'
      : you,
    mend: 'members',
  };
}

function directorySteps(facts: AccessFacts, bringing: string[]): GroupStep[] {
  const { directories } = facts;
  if (directories === null)
    return [
      {
        subject: 'Directories',
        tone: 'neutral',
        state: 'Could not be read',
        evidence: 'Groups may bring roles too.',
      },
    ];
  return directories.map((directory) => directoryStep(facts, directory, bringing));
}

function directoryStep(facts: AccessFacts, directory: DirectoryRow, bringing: string[]): GroupStep {
  const subject = `Directory ${directory.name || directory.id}`;
  const mapped = directory.assignments.filter(({ roleName }) => bringing.includes(roleName));
  if (!directory.enabled)
    return {
      ...{ subject, tone: 'danger', state: 'Disabled' },
      ...{ evidence: 'No group of it brings a role.', who: you, mend: 'state' },
    };
  if (mapped.length === 0)
    return {
      ...{ subject, tone: 'danger', state: 'No group is mapped to such a role' },
      evidence: `${directory.assignments.length} groups are mapped, all to other roles.`,
      ...{ who: you, mend: 'mapping' },
    };
  const trace = facts.traces.get(directory.id);
  const person = trace?.person;
  if (!person)
    return {
      subject,
      tone: 'neutral',
      state: 'Not looked through',
      evidence: 'A group is mapped; who is in it was not read.',
    };
  if (!person.found)
    return {
      ...{ subject, tone: person.isWhole ? 'danger' : 'warning' },
      state: person.isWhole ? 'The person is not in this directory' : 'The person is not among those read',
      ...{ evidence: `${person.read} people were looked through.`, who: provider, mend: 'users' },
    };
  if (person.found.isActive === false)
    return {
      ...{ subject, tone: 'danger', state: 'The person is inactive in this directory' },
      ...{ evidence: person.found.email, who: provider, mend: 'users' },
    };
  const ids = mapped.map(({ groupId }) => groupId);
  const inside = person.found.groups.filter(({ id }) => ids.includes(id));
  const untracked = inside.find(({ isTracked }) => !isTracked);
  if (untracked)
    return {
      ...{ subject, tone: 'danger', state: `${untracked.name} is not tracked` },
      ...{ evidence: 'The person is in it, and it brings nobody a role.', who: you, mend: 'tracking' },
    };
  if (inside.length > 0)
    return {
      ...{ subject, tone: 'warning', state: `${inside[0]?.name} brings the role, and it has not arrived` },
      evidence: 'The person is in the group. A role comes with the next push of the person.',
      ...{ who: `${provider} Push the person again.`, mend: 'members' },
    };
  const others = person.found.groups.map(({ name }) => name).slice(0, 8);
  return {
    ...{ subject, tone: 'danger', state: 'The person is in none of the groups that bring it' },
    evidence: `They are in ${others.length > 0 ? formatList(others) : 'no tracked group'}.`,
    ...{ who: `${provider} Put the person into a group that brings the role.`, mend: 'users' },
  };
}
