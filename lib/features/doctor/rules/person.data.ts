import { signInErrors } from '@/lib/sign-in-errors.data';
import type { Rule } from '../evidence';
import { changesBefore, domainTaken, ofConnection } from './changes';
import {
  blocks,
  denies,
  domainOf,
  doubts,
  failedHere,
  hints,
  lastChange,
  lastGood,
  membershipOf,
  personOf,
  supports,
  those,
  when,
} from './facts';

const advice = (code: string) => signInErrors[code]?.advice ?? '';
const again = 'The person signs in again; the watch tells when it worked.';

/** What can be wrong with one person. */
export const personRules: Rule[] = [
  {
    id: 'membership_inactive',
    title: 'The person’s membership is inactive',
    actor: 'us',
    codes: ['user_not_active'],
    weigh: (evidence) => {
      const membership = membershipOf(evidence);
      return those(
        membership?.status === 'inactive' &&
          blocks(
            `Their membership at ${membership.organizationName ?? evidence.organization?.name} is inactive.`,
          ),
        membership?.status === 'active' && denies('Their membership is active.'),
      );
    },
    refute: (evidence) => {
      const isActive = membershipOf(evidence)?.status === 'active';
      const changed = lastChange(evidence, ['member.add', 'member.invite', 'member.resend_invitation']);
      return isActive && !changed
        ? 'Their membership is active, and the staff log knows no change of it.'
        : null;
    },
    steps: () => [
      'A directory may have deactivated them: look at the directory’s users. Then the customer activates them there.',
      'Else add the person to the organization again.',
    ],
    fix: 'members',
    proof: again,
  },
  {
    id: 'invitation_open',
    title: 'The invitation was never accepted, or has run out',
    actor: 'us',
    codes: ['user_not_active'],
    weigh: (evidence) => {
      const status = membershipOf(evidence)?.status;
      return those(
        status === 'invite_expired' && blocks('Their invitation has run out.'),
        status === 'pending_invite' && supports('Their invitation is open and not accepted.'),
        status &&
          status !== 'invite_expired' &&
          status !== 'pending_invite' &&
          denies('There is no open invitation.'),
      );
    },
    steps: () => ['Send the invitation again from the members page.', 'The person follows the newest mail.'],
    fix: 'members',
    proof: again,
  },
  {
    id: 'foreign_domain',
    title: 'The address is not of one of the organization’s domains',
    actor: 'us',
    codes: ['invalid_user_domain'],
    weigh: (evidence) => {
      const { domains, organization } = evidence;
      const name = domainOf(evidence);
      const verified = domains?.filter(({ isVerified }) => isVerified) ?? [];
      const isTheirs = verified.some((one) => one.name === name);
      const isMember = membershipOf(evidence)?.status === 'active';
      return those(
        name &&
          verified.length > 0 &&
          !isTheirs &&
          (isMember ? hints : blocks)(
            `${organization?.name} has ${verified.map((one) => one.name).join(', ')}, and not ${name}.`,
          ),
        ...(isTheirs ? [] : domainTaken(evidence)),
        isTheirs && denies(`${name} is one of their verified domains.`),
        isMember && doubts('The person is a member: members come in by any address.'),
      );
    },
    refute: (evidence) => {
      const name = domainOf(evidence);
      const isTheirs = evidence.domains?.some((one) => one.name === name && one.isVerified);
      return isTheirs && !lastChange(evidence, ['domain.add', 'domain.verify', 'domain.move_in'])
        ? `${name} is one of their verified domains.`
        : null;
    },
    steps: (evidence) => [
      `If ${domainOf(evidence) ?? 'the domain'} is theirs, a partner’s or a contractor’s they vouch for: add it, or invite the person by their address.`,
      'Else the person signed in with the wrong account at the provider.',
    ],
    fix: 'domains',
    proof: again,
  },
  {
    id: 'not_a_member',
    title: 'The person is no member, and the connection lets no newcomers in',
    actor: 'us',
    codes: ['unauthorized'],
    weigh: (evidence) => {
      const { connection, knowsUsers, organization } = evidence;
      const membership = membershipOf(evidence);
      const isClosed = connection?.detail?.letsNewcomersIn === false;
      return those(
        knowsUsers &&
          organization &&
          !membership &&
          isClosed &&
          blocks(
            `${personOf(evidence)} is no member of ${organization.name}, and ${connection?.name} lets none but members in.`,
          ),
        ...(isClosed && !membership
          ? changesBefore(
              evidence,
              'switched provisioning at sign-in off',
              [],
              ofConnection(/^membersJoin$/, false),
            )
          : []),
        membership && denies('They are a member.'),
        connection?.detail?.letsNewcomersIn && !membership && doubts('The connection lets newcomers in.'),
      );
    },
    steps: () => ['Invite the person, or switch on provisioning at sign-in for the connection.'],
    fix: 'members',
    proof: again,
  },
  {
    id: 'organization_full',
    title: 'The organization has reached its user limit',
    actor: 'us',
    codes: ['unauthorized'],
    weigh: ({ asked: { description } }) =>
      those(
        description &&
          /limit|maximum|max_|full|seat/i.test(description) &&
          supports(`Scalekit said: ${description}`),
        description &&
          !/limit|maximum|max_|full|seat/i.test(description) &&
          denies('Scalekit’s sentence says something else.'),
        !description && doubts('Scalekit’s sentence would say so; it was not given.'),
      ),
    steps: () => ['Raise the user limit in the organization’s settings, or remove who has left.'],
    fix: 'settings',
    proof: again,
  },
  {
    id: 'interceptor_denied',
    title: 'An interceptor of ours refused the sign-in',
    actor: 'developer',
    codes: ['access_denied', 'unauthorized'],
    weigh: (evidence) => {
      const { interceptors } = evidence;
      const denied = interceptors?.filter(({ decision }) => /deny/i.test(decision ?? '')) ?? [];
      const unclear = interceptors?.filter(({ decision }) => !/deny|allow/i.test(decision ?? '')) ?? [];
      return those(
        ...denied.map(({ name, at }) =>
          blocks(`${name} answered DENY${at ? ` ${when(at, evidence)}` : ''}.`, at ?? undefined),
        ),
        ...unclear.map(({ name, decision }) =>
          hints(`${name} ran, and ${decision ? `answered ${decision}` : 'what it decided cannot be read'}.`),
        ),
        interceptors?.length &&
          denied.length + unclear.length === 0 &&
          denies('Every interceptor allowed it.'),
        interceptors?.length === 0 && doubts('The events API knows no interceptor that ran.'),
      );
    },
    steps: () => ['Look in the service behind the interceptor why it answered DENY for this person.'],
    proof: 'The interceptor answers ALLOW, and the person signs in.',
  },
  {
    id: 'not_assigned',
    title: 'The identity provider does not let this person use the application',
    actor: 'customer',
    codes: ['access_denied', 'unauthorized', 'invalid_status'],
    weigh: (evidence) => {
      const failed = failedHere(evidence);
      const good = lastGood(evidence);
      return those(
        failed.length > 1 && hints('It happened more than once, which a cancelled sign-in would not.'),
        !good && failed.length > 0 && hints('This address has no good sign-in among those read.'),
        good && doubts(`The same address signed in ${when(good.at, evidence)}.`),
      );
    },
    steps: () => [
      advice('unauthorized'),
      'Conditional access and group rules at the provider refuse people too.',
    ],
    proof: again,
  },
  {
    id: 'person_cancelled',
    title: 'The person cancelled, or did not consent',
    actor: 'person',
    codes: ['access_denied'],
    weigh: (evidence) => {
      const description = evidence.asked.description ?? '';
      return those(
        /user denied|cancel|consent/i.test(description) && hints(`Scalekit said: ${description}`),
        failedHere(evidence).length === 1 && hints('It happened once.'),
      );
    },
    steps: () => ['Sign in again and agree to what the provider asks.'],
    reply: 'Sign in again and agree to what your identity provider asks.',
    proof: again,
  },
];
