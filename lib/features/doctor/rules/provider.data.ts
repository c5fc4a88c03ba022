import { signInErrors } from '@/lib/sign-in-errors.data';
import type { Evidence, Rule } from '../evidence';
import { oidcSetUp, setUpChanged } from './changes';
import {
  clockLimitMs,
  denies,
  doubts,
  failedHere,
  hints,
  isCertificateOver,
  lastGood,
  longestCertificate,
  supports,
  those,
} from './facts';

const advice = (code: string) => signInErrors[code]?.advice ?? '';
const test = 'Run a test sign-in on the connection’s page: it ends in “success”.';
const seconds = (ms: number) => `${Math.round(Math.abs(ms) / 1000)} seconds`;

function clockWords({ clockOffsetMs: offset }: Evidence) {
  if (offset === null) return doubts('Our own clock could not be compared with Scalekit’s.');
  return Math.abs(offset) < clockLimitMs
    ? supports(`Our clock and Scalekit’s agree within ${seconds(clockLimitMs)}: it is not ours.`)
    : doubts(`Our clock differs from Scalekit’s by ${seconds(offset)}.`);
}

/** What can go wrong at the customer’s identity provider. */
export const providerRules: Rule[] = [
  {
    id: 'customer_clock',
    title: 'The identity provider’s clock is wrong',
    actor: 'customer',
    codes: ['assertion_expired', 'response_expired'],
    weigh: (evidence) =>
      those(
        clockWords(evidence),
        longestCertificate(evidence) &&
          !isCertificateOver(evidence) &&
          hints('The certificate is valid: it is not what expired.'),
      ),
    steps: () => [
      'The customer’s administrator compares the clock of the identity provider with the time, and sets it by NTP.',
      'If it is right: sign in again without a long pause on the provider’s page.',
    ],
    proof: test,
  },
  {
    id: 'slow_sign_in',
    title: 'The person took too long on the provider’s page',
    actor: 'person',
    codes: ['assertion_expired', 'response_expired'],
    weigh: (evidence) =>
      those(
        lastGood(evidence) && hints('The same address has signed in before, by the same clocks.'),
        failedHere(evidence).length > 2 &&
          doubts('It failed more than twice: a pause would not happen each time.'),
      ),
    steps: () => ['Sign in again from the application, not from a bookmark or an old tab.'],
    reply: 'Sign in again from the application, not from a bookmark or an old tab.',
    proof: 'The next sign-in goes well.',
  },
  {
    id: 'our_clock',
    title: 'The clock of this machine is wrong',
    actor: 'us',
    codes: ['assertion_expired', 'response_expired', 'invalid_id_token'],
    weigh: ({ clockOffsetMs: offset }) =>
      offset === null
        ? [doubts('It could not be compared.')]
        : Math.abs(offset) < clockLimitMs
          ? [denies('It agrees with Scalekit’s.')]
          : [
              supports(
                `It differs from Scalekit’s by ${seconds(offset)}. Where our application runs may differ too.`,
              ),
            ],
    steps: () => ['Set the clock of the machines that run our application by NTP.'],
    proof: 'This page says that the clocks agree.',
  },
  {
    id: 'id_token_invalid',
    title: 'The identity provider’s ID token is not valid',
    actor: 'customer',
    codes: ['invalid_id_token'],
    weigh: (evidence) => {
      return those(
        ...setUpChanged(evidence, oidcSetUp),
        evidence.connection?.type === 'SAML' && doubts('The connection is SAML, which has no ID token.'),
      );
    },
    steps: () => [advice('invalid_id_token')],
    fix: 'set_up',
    proof: test,
  },
  {
    id: 'audience_mismatch',
    title: 'Entity id or audience differ between the two sides',
    actor: 'customer',
    codes: ['invalid_saml_response'],
    weigh: (evidence) => setUpChanged(evidence, /^entityId$/),
    steps: () => [advice('invalid_saml_response')],
    fix: 'connection',
    proof: test,
  },
  {
    id: 'post_incomplete',
    title: 'The SAML response came incomplete',
    actor: 'customer',
    codes: ['invalid_saml_form_params'],
    weigh: () => [],
    steps: () => [advice('invalid_saml_form_params')],
    fix: 'connection',
    proof: test,
  },
  {
    id: 'response_unreadable',
    title: 'The SAML response cannot be read',
    actor: 'customer',
    codes: ['malformed_saml_response'],
    weigh: () => [],
    steps: () => [advice('malformed_saml_response')],
    fix: 'set_up',
    proof: test,
  },
  {
    id: 'acs_mismatch',
    title: 'The assertion address (ACS) at the provider is not ours',
    actor: 'customer',
    codes: ['invalid_acs_url', 'invalid_assertion_url'],
    weigh: (evidence) =>
      those(
        !lastGood(evidence) &&
          hints('Nobody is known to have signed in before: a typing error in the set-up fits.'),
      ),
    steps: () => [
      'Copy the assertion address from the connection’s page; the customer enters it as ACS, recipient and destination, letter by letter.',
    ],
    fix: 'connection',
    reply:
      'Enter the assertion address (ACS) that we send you at your identity provider, as recipient and destination too, letter by letter.',
    proof: test,
  },
  {
    id: 'provider_refused',
    title: 'The identity provider answered that it failed',
    actor: 'customer',
    codes: ['invalid_status'],
    weigh: () => [],
    steps: () => [advice('invalid_status')],
    proof: test,
  },
  {
    id: 'sign_in_unfinished',
    title: 'The sign-in was not finished at the provider',
    actor: 'person',
    codes: ['authentication_not_completed'],
    weigh: ({ attempts }) =>
      those(
        attempts[0]?.status === 'underway' && hints('The newest sign-in of the log has begun and not ended.'),
      ),
    steps: () => [advice('authentication_not_completed')],
    proof: 'The next sign-in goes well.',
  },
  {
    id: 'session_required',
    title: 'A silent sign-in found nobody signed in',
    actor: 'person',
    codes: ['user_login_required'],
    weigh: () => [],
    steps: () => [
      advice('user_login_required'),
      'If it happens to everybody: the application asks with `prompt=none` and has to go on to a visible sign-in.',
    ],
    proof: 'The next sign-in goes well.',
  },
  {
    id: 'scalekit_fault',
    title: 'Something failed at Scalekit or at the identity provider',
    actor: 'scalekit',
    codes: ['server_error'],
    weigh: () => [],
    steps: ({ attempt, asked }) => {
      const id = asked.requestId ?? attempt?.id;
      return [
        'Try once more.',
        id
          ? `If it fails again, send Scalekit the auth request id ${id} and the time.`
          : 'If it fails again, send Scalekit the time and the address.',
      ];
    },
    proof: 'The next sign-in goes well.',
  },
];
