import { formatList } from '@/lib/format';
import { isolate } from '@/lib/isolate';
import type { Evidence } from './evidence';
import type { RoleFacts } from './read-roles';
import { domainOf, isCertificateOver, longestCertificate, membershipOf, when } from './rules/facts';
import type { DryRun, DryRunStep } from './schema';

/**
 * Where a sign-in by the address alone would lead, by the documented order: its domain leads to an organization, that to
 * an enabled connection, and there membership or provisioning at sign-in decides. Nothing is sent.
 */
export function dryRun(evidence: Evidence, roles: RoleFacts): DryRun {
  const domain = domainStep(evidence);
  const connection = connectionStep(evidence);
  const certificate = certificateStep(evidence);
  const member = memberStep(evidence, roles);
  const isLed = domain.state === 'yes';
  const steps = [
    domain,
    ...(evidence.organization ? [connection, ...certificate, member, rolesStep(evidence, roles)] : []),
  ];
  const stop = steps.find(({ state }) => state === 'no');
  const { organization } = evidence;
  return {
    email: evidence.asked.email ?? '',
    works: isLed && !stop && steps.every(({ state }) => state !== 'unknown'),
    outcome: stop
      ? `It would stop at: ${stop.subject.toLowerCase()}. ${stop.words}`
      : steps.some(({ state }) => state === 'unknown')
        ? 'It is not certain: a step could not be told.'
        : `It would come in at ${isolate(organization?.name ?? '')}, by ${isolate(evidence.connection?.name ?? '')}.`,
    steps,
    organization,
    connectionId: evidence.connection?.id ?? null,
    gaps: evidence.gaps,
  };
}

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
  const also = organization
    ? ` They belong to ${isolate(organization.name)}: a request that names this organization would lead there.`
    : '';
  return {
    ...{ subject, state: 'no', words: `No organization that can be found has ${name}.` },
    why: `Scalekit answers with the environment’s own login methods where there are any, else with domain_not_found.${also}`,
  };
}

function connectionStep({ connection, connections }: Evidence): DryRunStep {
  const subject = 'Connection';
  if (connections === null)
    return { subject, state: 'unknown', words: 'The connections could not be read.', why: '' };
  const used = connection?.enabled ? connection : connections.find(({ enabled }) => enabled);
  if (used)
    return {
      ...{ subject, state: 'yes', words: `${isolate(used.name)}, enabled.` },
      why:
        connections.filter(({ enabled }) => enabled).length > 1
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
  const end = longestCertificate(evidence)?.expiresAt;
  if (!end) return [];
  const isOver = isCertificateOver(evidence);
  return [
    {
      subject: 'Certificate',
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
  if (membership)
    return {
      ...{ subject, state: 'yes', words: `Invited to ${name}: the sign-in accepts it.` },
      why: 'A connection of the organization vouches for the person.',
    };
  const lets = evidence.connection?.detail?.letsNewcomersIn;
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

function rolesStep(evidence: Evidence, { newcomerRole }: RoleFacts): DryRunStep {
  const subject = 'Roles';
  const roles = membershipOf(evidence)?.roles ?? [];
  if (roles.length > 0)
    return { subject, state: 'yes', words: `${formatList(roles)}.`, why: 'They have them now.' };
  return newcomerRole
    ? { subject, state: 'yes', words: `${newcomerRole}.`, why: 'The default of the organization’s members.' }
    : { subject, state: 'unknown', words: 'Not known.', why: 'No default role could be read.' };
}
