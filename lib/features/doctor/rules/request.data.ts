import { signInErrors } from '@/lib/sign-in-errors.data';
import type { Rule } from '../evidence';
import { changesBefore, domainTaken, ofThings } from './changes';
import { changed, changeWords, denies, domainOf, hints, lastChange, supports, those } from './facts';

const advice = (code: string) => signInErrors[code]?.advice ?? '';

/** What an application can get wrong in the request that begins a sign-in. */
export const requestRules: Rule[] = [
  {
    id: 'selector_missing',
    title: 'The application did not say where to sign in',
    actor: 'developer',
    codes: ['invalid_connection_selector'],
    knowsPerson: false,
    weigh: () => [],
    steps: () => [
      advice('invalid_connection_selector'),
      'Build a request that names the organization, and compare it with what the application sends.',
    ],
    fix: 'sign_in_url',
    proof: 'The same sign-in leads to the customer’s identity provider.',
  },
  {
    id: 'connection_unknown',
    title: 'The application names a connection that is not there',
    actor: 'developer',
    codes: ['invalid_connection_id'],
    knowsPerson: false,
    weigh: (evidence) => {
      const isGone = ofThings('connection', 'removed');
      return changesBefore(evidence, 'deleted a connection', ['connection.delete'], isGone);
    },
    steps: ({ connections }) => [
      'Read the connection id that the application sends as `connection_id`.',
      connections && connections.length > 0
        ? `Have it send one that is there: ${connections.map(({ id, name }) => `${id} (${name})`).join(', ')}. Sending the organization’s id instead lasts longer.`
        : 'Have it send the organization’s id instead: that lasts when connections change.',
    ],
    fix: 'connections',
    proof: 'The same sign-in leads to the customer’s identity provider.',
  },
  {
    id: 'organization_unknown',
    title: 'The application names an organization that is not there',
    actor: 'developer',
    codes: ['invalid_organization_id'],
    knowsPerson: false,
    weigh: ({ organization }) =>
      those(
        organization && hints(`The address leads to ${organization.name}, whose id is ${organization.id}.`),
      ),
    steps: ({ organization }) => [
      'Read the organization id that the application sends, and whether it is of this environment.',
      organization
        ? `If it is meant for ${organization.name}, it has to send ${organization.id}.`
        : 'Look the customer up here and have the application send that id.',
    ],
    proof: 'The same sign-in leads to the customer’s identity provider.',
  },
  {
    id: 'provider_not_configured',
    title: 'The provider that was asked for is not set up',
    actor: 'us',
    codes: ['no_configured_connections'],
    knowsPerson: false,
    weigh: () => [],
    steps: () => [
      'Look which provider the application asks for (`provider=` in the sign-in request).',
      'Set that login method up in Scalekit’s dashboard, or have the application leave `provider` out.',
    ],
    proof: 'The provider’s own sign-in page appears.',
  },
  {
    id: 'client_unknown',
    title: 'Scalekit does not know the application',
    actor: 'developer',
    codes: ['invalid_client'],
    knowsPerson: false,
    weigh: (evidence) => {
      const ends = ['client.delete', 'client.remove_secret', 'client.deactivate_secret'];
      const change = lastChange(evidence, ends);
      return those(change && changed(changeWords(change, 'changed an application’s credentials', evidence)));
    },
    steps: () => [
      advice('invalid_client'),
      'A secret that was just rotated has to be in every place that runs the application.',
    ],
    fix: 'clients',
    proof: 'The sign-in page appears instead of an error page.',
  },
  {
    id: 'application_off',
    title: 'The application is switched off at Scalekit',
    actor: 'developer',
    codes: ['application_not_active'],
    knowsPerson: false,
    weigh: () => [],
    steps: () => [advice('application_not_active')],
    fix: 'clients',
    proof: 'The sign-in page appears instead of an error page.',
  },
  {
    id: 'request_malformed',
    title: 'The sign-in request is malformed',
    actor: 'developer',
    codes: ['invalid_request'],
    knowsPerson: false,
    weigh: () => [],
    steps: () => [
      advice('invalid_request'),
      'Compare with a request that is built here: parameter names, redirect address, PKCE.',
    ],
    fix: 'sign_in_url',
    proof: 'The sign-in page appears instead of an error.',
  },
  {
    id: 'domain_unclaimed',
    title: 'No organization has the domain of the address',
    actor: 'us',
    codes: ['domain_not_found'],
    weigh: (evidence) => {
      const name = domainOf(evidence);
      const has = evidence.domains?.some((one) => one.name === name);
      return those(
        ...(has ? [] : domainTaken(evidence)),
        name &&
          evidence.domains &&
          evidence.organization &&
          !has &&
          supports(`${name} is none of the domains of ${evidence.organization.name}.`),
      );
    },
    refute: (evidence) => {
      const name = domainOf(evidence);
      const domain = evidence.domains?.find((one) => one.name === name);
      const isLeading = domain?.isVerified && domain.isForSignIn;
      const added = lastChange(evidence, ['domain.add', 'domain.verify', 'domain.move_in']);
      return isLeading && !added ? `${name} is verified at ${evidence.organization?.name}.` : null;
    },
    steps: (evidence) => [
      `Look for a typing error in ${domainOf(evidence) ?? 'the address'}.`,
      'If it is right and theirs: add the domain to the organization.',
    ],
    fix: 'domains',
    proof: 'The dry run of the address leads to the connection.',
  },
  {
    id: 'domain_pending',
    title: 'The domain is there and not verified yet',
    actor: 'customer',
    codes: ['domain_not_found'],
    weigh: (evidence) => {
      const name = domainOf(evidence);
      const domain = evidence.domains?.find((one) => one.name === name);
      if (!domain) return evidence.domains ? [denies('The organization has no such domain.')] : [];
      return domain.isVerified
        ? [denies(`${name} is verified.`)]
        : [supports(`${name} stands at the organization, not verified: it leads nobody anywhere yet.`)];
    },
    steps: (evidence) => [
      `The customer publishes the TXT record of ${domainOf(evidence) ?? 'the domain'}; the page of domains shows it and looks at the DNS.`,
      'Then verify it, or vouch for it by adding it as staff.',
    ],
    fix: 'domains',
    reply: 'Publish the TXT record that we send you for your domain, and tell us when it is there.',
    proof: 'The domain reads “verified”, and the dry run of the address leads to the connection.',
  },
];
