import { formatList } from '@/lib/format';
import { isolate } from '@/lib/isolate';
import { chooseConnection } from './choose-connection';
import type { Evidence } from './evidence';
import type { RoleFacts } from './read-roles';
import { domainOf, isCertificateOver, longestCertificate, membershipOf, when } from './rules/facts';
import type { DryRun, DryRunStep } from './schema';

/**
 * Where a sign-in by the address alone would lead, by the documented order: its domain leads to an organization, that to
 * an enabled connection, and there membership or provisioning at sign-in decides. Nothing is sent.
 * @param methods the environment's own login methods by name; null: could not be read
 */
export function dryRun(given: Evidence, roles: RoleFacts, methods: string[] | null): DryRun {
  // One connection for every step, and for the outcome.
  const evidence = { ...given, connection: chooseConnection(given) };
  const domain = domainStep(evidence);
  const connection = connectionStep(evidence);
  const way = [domain, ...(evidence.organization ? [connection] : [])];
  const steps = [
    methodStep(way, methods),
    ...way,
    ...(evidence.organization
      ? [...certificateStep(evidence), memberStep(evidence, roles), rolesStep(evidence, roles)]
      : []),
  ];
  const stop = steps.find(({ subject, state }) => state === 'no' && subject !== method);
  const isCertain = steps.every(({ state }) => state !== 'unknown');
  const { organization } = evidence;
  return {
    email: evidence.asked.email ?? '',
    works: !stop && isCertain,
    outcome: stop
      ? `It would stop at: ${stop.subject.toLowerCase()}. ${stop.words}${way.includes(stop) ? whatIsLeft(methods) : ''}`
      : isCertain
        ? `It would come in at ${isolate(organization?.name ?? '')}, by ${isolate(evidence.connection?.name ?? '')}.`
        : 'It is not certain: a step could not be told.',
    steps,
    organization,
    connectionId: evidence.connection?.id ?? null,
    gaps: evidence.gaps,
  };
}

const method = 'Method';

/** What the sign-in page does with the address: hands over to the customer’s provider, or offers methods of its own. */
function methodStep(way: DryRunStep[], methods: string[] | null): DryRunStep {
  const subject = method;
  const own = methods?.length ? `The environment’s own: ${formatList(methods)}` : '';
  if (way.some(({ state }) => state === 'unknown'))
    return {
      ...{ subject, state: 'unknown', words: 'Whether the domain leads to a connection could not be told.' },
      why: own && `${own}.`,
    };
  if (way.every(({ state }) => state === 'yes'))
    return {
      ...{ subject, state: 'yes', words: 'Single sign-on: the domain leads to the customer’s connection.' },
      why: own && `${own}, for addresses that lead to no connection.`,
    };
  const why = 'The address leads to no enabled connection.';
  if (methods === null)
    return { subject, state: 'unknown', words: 'The environment’s own could not be read.', why };
  return own
    ? {
        subject,
        state: 'yes',
        words: `${own}.`,
        why: `${why} What the application offers of them is not known.`,
      }
    : { subject, state: 'no', words: 'There is none for this address.', why };
}

const whatIsLeft = (methods: string[] | null) =>
  methods?.length ? ` What is left are the environment’s own login methods: ${formatList(methods)}.` : '';

function domainStep(evidence: Evidence): DryRunStep {
  const subject = 'Domain';
  const name = domainOf(evidence) ?? '';
  const { domains, organization } = evidence;
  const domain = domains?.find((one) => one.name === name);
  if (domain?.isVerified && domain.isForSignIn)
    return {
      ...{ subject, state: 'yes', words: `${name} leads to ${isolate(organization?.name ?? '')}.` },
      why: 'It is verified there, as an organization’s domain.',
    };
  if (domain && !domain.isForSignIn)
    return {
      ...{ subject, state: 'no', words: `${name} leads nowhere.` },
      why: `${isolate(organization?.name ?? '')} allows addresses of it, which lets members in and leads nobody to the connection.`,
    };
  if (domain)
    return {
      ...{ subject, state: 'no', words: `${name} leads nowhere yet.` },
      why: `${isolate(organization?.name ?? '')} has it, not verified.`,
    };
  if (organization && domains === null)
    return { subject, state: 'unknown', words: `Whose ${name} is could not be read.`, why: '' };
  // A domain that is too long to be asked for, a read that failed, customers that are not theirs to see.
  if (!organization && evidence.gaps.length > 0)
    return {
      ...{ subject, state: 'unknown', words: `No organization with ${name} was found.` },
      why: 'Not all could be looked at: see below.',
    };
  const also = organization
    ? ` They belong to ${isolate(organization.name)}: a request that names this organization would lead there.`
    : '';
  return {
    ...{ subject, state: 'no', words: `No organization that can be found has ${name}.` },
    why: `Scalekit answers with domain_not_found where there is no login method of the environment’s own.${also}`,
  };
}

function connectionStep({ connection, connections }: Evidence): DryRunStep {
  const subject = 'Connection';
  if (connections === null)
    return { subject, state: 'unknown', words: 'The connections could not be read.', why: '' };
  const enabled = connections.filter((one) => one.enabled).length;
  if (connection)
    return {
      ...{ subject, state: 'yes', words: `${isolate(connection.name)}, enabled.` },
      why:
        enabled > 1
          ? 'Of several enabled ones that with the domain is taken, else the first.'
          : 'It is the only enabled one.',
    };
  return {
    ...{ subject, state: 'no', words: connections.length > 0 ? 'None is enabled.' : 'There is none.' },
    why:
      connections.length > 0
        ? `${formatList(connections.map(({ name }) => name))} exists.`
        : 'The customer has not set one up.',
  };
}

function certificateStep(evidence: Evidence): DryRunStep[] {
  const subject = 'Certificate';
  const { connection } = evidence;
  if (connection?.type === 'SAML' && !connection.detail)
    return [{ subject, state: 'unknown', words: 'The connection’s settings could not be read.', why: '' }];
  const end = longestCertificate(evidence)?.expiresAt;
  if (!end) return [];
  const isOver = isCertificateOver(evidence);
  return [
    {
      subject,
      state: isOver ? 'no' : 'yes',
      words: isOver ? `It ended ${when(end, evidence)}.` : `Valid until ${when(end, evidence)}.`,
      why: 'The identity provider’s signature is checked against it.',
    },
  ];
}

function memberStep(evidence: Evidence, { directories }: RoleFacts): DryRunStep {
  const subject = 'Membership';
  const membership = membershipOf(evidence);
  const name = isolate(evidence.organization?.name ?? '');
  if (!evidence.knowsUsers)
    return { subject, state: 'unknown', words: 'The users could not be read.', why: '' };
  if (membership?.status === 'active')
    return { subject, state: 'yes', words: `An active member of ${name}.`, why: '' };
  if (membership?.status === 'inactive')
    return {
      ...{ subject, state: 'no', words: `Their membership of ${name} is inactive.` },
      why: 'A directory may have deactivated them.',
    };
  if (membership?.status === 'invite_expired')
    return {
      ...{ subject, state: 'no', words: `Their invitation to ${name} has run out.` },
      why: 'Send it again from the members page.',
    };
  if (membership?.status === 'other')
    return {
      ...{ subject, state: 'unknown', words: `A member of ${name}, in a state that Keydesk does not know.` },
      why: '',
    };
  if (membership)
    return {
      ...{ subject, state: 'yes', words: `Invited to ${name}: the sign-in accepts it.` },
      why: 'A connection of the organization vouches for the person.',
    };
  if (!evidence.connection)
    return { subject, state: 'unknown', words: `No member of ${name}.`, why: 'No connection lets them in.' };
  const lets = evidence.connection.detail?.letsNewcomersIn;
  const pushed = directories?.length
    ? ` ${formatList(directories)} provisions people: who is pushed there becomes a member without signing in.`
    : '';
  if (lets === false)
    return {
      ...{
        subject,
        state: 'no',
        words: `No member, and ${isolate(evidence.connection?.name ?? '')} lets no newcomers in.`,
      },
      why: `Provisioning at sign-in is off.${pushed}`,
    };
  return {
    ...{ subject, state: lets ? 'yes' : 'unknown' },
    words: lets ? 'No member yet: the first sign-in makes them one.' : 'No member yet.',
    why: `${lets ? 'Provisioning at sign-in is on.' : 'Scalekit does not say whether provisioning at sign-in is on.'}${pushed}`,
  };
}

/** Now, by a newcomer’s default, and by groups that a directory maps to roles. */
function rolesStep(evidence: Evidence, facts: RoleFacts): DryRunStep {
  const subject = 'Roles';
  const { newcomerRole, groupRoles, possibleRoles } = facts;
  const held = membershipOf(evidence)?.roles ?? [];
  const brought = (groupRoles ?? []).filter(({ role }) => !held.includes(role));
  const first = held.length > 0 ? held : newcomerRole ? [newcomerRole] : [];
  const names = [...new Set([...first, ...brought.map(({ role }) => role)])];
  const reasons = [
    held.length > 0 ? 'They have them now.' : '',
    held.length === 0 && newcomerRole ? `${newcomerRole} is the default of the organization’s members.` : '',
    ...brought.map(({ role, group }) => `${role} comes with the group ${isolate(group)}.`),
    possibleRoles.length > 0
      ? `Mapped groups may add roles: ${formatList(possibleRoles)}. Who is in them was not read to the end.`
      : '',
  ].filter(Boolean);
  return names.length > 0
    ? { subject, state: 'yes', words: `${formatList(names)}.`, why: reasons.join(' ') }
    : {
        ...{ subject, state: 'unknown', words: 'Not known.' },
        why: ['No default role could be read.', ...reasons].join(' '),
      };
}
