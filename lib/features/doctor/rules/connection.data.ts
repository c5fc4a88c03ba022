import { formatQuantity } from '@/lib/format';
import { signInErrors } from '@/lib/sign-in-errors.data';
import type { Rule } from '../evidence';
import { changesBefore, ofConnection, ofThings, oidcSetUp, samlSetUp, setUpChanged } from './changes';
import {
  blocks,
  changed,
  changeWords,
  denies,
  doubts,
  hints,
  isCertificateOver,
  lastChange,
  lastGood,
  longestCertificate,
  supports,
  those,
  when,
} from './facts';

const advice = (code: string) => signInErrors[code]?.advice ?? '';
const test = 'Run a test sign-in on the connection’s page: it ends in “success”.';

/** What can be wrong with a customer’s connection on our side. */
export const connectionRules: Rule[] = [
  {
    id: 'connection_disabled',
    title: 'The connection is disabled',
    actor: 'us',
    codes: ['connection_not_active', 'no_active_connections'],
    weigh: (evidence) => {
      const { connections, connection } = evidence;
      const on = lastChange(evidence, ['connection.enable']);
      const others = connections?.filter(({ id, enabled }) => enabled && id !== connection?.id) ?? [];
      const isOff = connection ? !connection.enabled : connections?.length && others.length === 0;
      return those(
        isOff &&
          (connection?.isComplete ?? true) &&
          blocks(`${connection?.name ?? 'Every connection'} is disabled.`),
        isOff &&
          others.length > 0 &&
          doubts(`${others.map(({ name }) => name).join(', ')} of the same customer is enabled.`),
        ...(isOff
          ? changesBefore(evidence, 'disabled it', ['connection.disable'], ofConnection(/^enabled$/, false))
          : []),
        on && !isOff && changed(changeWords(on, 'enabled it', evidence)),
        connection?.enabled && denies(`${connection.name} is enabled.`),
      );
    },
    refute: (evidence) => {
      const { connections, attempt } = evidence;
      if (!connections?.length || !connections.every(({ enabled }) => enabled)) return null;
      const changed = connections.some(({ updatedAt }) => updatedAt && attempt && updatedAt > attempt.at);
      if (changed || lastChange(evidence, ['connection.enable', 'connection.create'])) return null;
      return `${formatQuantity(connections.length, 'connection')} of the customer, all enabled, and none has changed since.`;
    },
    steps: ({ connection }) => [
      'Ask who disabled it, and why: the change may have been meant.',
      connection
        ? `Enable ${connection.name} on its page.`
        : 'Enable the connection that the customer means to use.',
    ],
    fix: 'connection',
    proof: test,
  },
  {
    id: 'connection_missing',
    title: 'The organization has no connection that is ready',
    actor: 'customer',
    codes: ['no_active_connections'],
    weigh: (evidence) => {
      const { connections, connection } = evidence;
      return those(
        connections?.length === 0 && blocks('The organization has no connection at all.'),
        ...(connections?.length === 0
          ? changesBefore(
              evidence,
              'deleted a connection',
              ['connection.delete'],
              ofThings('connection', 'removed'),
            )
          : []),
        connections?.length &&
          connections.every(({ isComplete }) => !isComplete) &&
          blocks('Its set-up is not complete, so it cannot be enabled.'),
        connection?.isComplete && denies(`${connection.name} is set up completely.`),
      );
    },
    steps: () => [
      'Send the customer’s administrator a portal link for SSO, or set the connection up here with what they give you.',
      'Enable it once its set-up is complete.',
    ],
    fix: 'portal_link',
    reply: 'The set-up of single sign-on is not complete. We send you a link to go on with it.',
    proof: test,
  },
  {
    id: 'certificate_expired',
    title: 'The signing certificate has run out',
    actor: 'customer',
    codes: ['signature_validation_failed', 'invalid_saml_response'],
    weigh: (evidence) => {
      const longest = longestCertificate(evidence);
      const isOver = isCertificateOver(evidence);
      const good = lastGood(evidence);
      const end = longest?.expiresAt;
      return those(
        isOver && end && blocks(`The certificate that lasts longest ended ${when(end, evidence)}.`, end),
        isOver && good && end && good.at < end && hints(`The last good sign-in was before that.`),
        !isOver && end && denies(`A certificate is valid until ${when(end, evidence)}.`),
      );
    },
    steps: () => [
      'Ask the customer’s administrator for the certificate that their provider signs with now, or for fresh metadata.',
      'Compare and send it with “Rotate certificate”.',
    ],
    fix: 'certificate',
    reply:
      'Send us the certificate that your identity provider signs with now, or fresh metadata: the one that we have has run out.',
    proof: 'The watch on the rotation page shows the next good sign-in.',
  },
  {
    id: 'certificate_rotated',
    title: 'The provider signs with another certificate than ours',
    actor: 'customer',
    codes: ['signature_validation_failed'],
    weigh: (evidence) => {
      const end = longestCertificate(evidence)?.expiresAt;
      return those(
        end &&
          !isCertificateOver(evidence) &&
          supports(`Ours is valid until ${when(end, evidence)}: it is another one, not an old one.`),
        isCertificateOver(evidence) && doubts('Ours has run out, which explains it as well.'),
        ...changesBefore(
          evidence,
          'replaced the certificate',
          ['connection.rotate_certificate', 'connection.put_back_certificate'],
          ofConnection(/^certificates\//),
        ),
      );
    },
    steps: () => [
      advice('signature_validation_failed'),
      'Compare the fingerprint with ours, then send it with “Rotate certificate”.',
    ],
    fix: 'certificate',
    proof: 'The watch on the rotation page shows the next good sign-in.',
  },
  {
    id: 'attribute_missing',
    title: 'The identity provider does not send the e-mail address',
    actor: 'customer',
    codes: ['mandatory_attribute_missing'],
    weigh: (evidence) => {
      const detail = evidence.connection?.detail;
      return those(
        ...changesBefore(
          evidence,
          'changed the attribute mapping',
          ['connection.map_attributes'],
          ofConnection(/^(attributes\/|nameIdFormat$)/),
        ),
        detail?.nameIdFormat &&
          detail.nameIdFormat !== 'EMAIL' &&
          hints(`The NameID format is ${detail.nameIdFormat.toLowerCase()}, so the address is not in it.`),
        detail?.mapping.length && hints(`${formatQuantity(detail.mapping.length, 'attribute')} mapped here.`),
      );
    },
    steps: () => [
      'Run a test sign-in and read below which attributes come.',
      'If the address comes under another name: map that name. If it does not come: the customer has to release it.',
    ],
    fix: 'mapping',
    proof: 'The test sign-in shows an e-mail address.',
  },
  {
    id: 'metadata_unusable',
    title: 'The SAML metadata cannot be used',
    actor: 'customer',
    codes: ['invalid_saml_metadata'],
    weigh: ({ connection }) =>
      those(connection && !connection.isComplete && supports('The set-up is not complete.')),
    steps: () => [
      advice('invalid_saml_metadata'),
      'Read it in on the set-up page, which says what is wrong with it.',
    ],
    fix: 'set_up',
    proof: 'The set-up page takes the metadata, and a test sign-in ends in “success”.',
  },
  {
    id: 'saml_request_refused',
    title: 'The identity provider did not take our SAML request',
    actor: 'customer',
    codes: ['invalid_saml_request'],
    weigh: (evidence) => setUpChanged(evidence, samlSetUp),
    steps: () => [advice('invalid_saml_request')],
    fix: 'set_up',
    proof: test,
  },
  {
    id: 'client_secret_wrong',
    title: 'The client secret of the connection is wrong or has run out',
    actor: 'customer',
    codes: ['failed_to_exchange_token'],
    weigh: (evidence) => {
      return those(
        evidence.connection?.type === 'OIDC' &&
          hints('The connection is OpenID Connect, which has a secret.'),
        ...setUpChanged(evidence, oidcSetUp),
        lastGood(evidence) && hints('It has worked before: a secret that ran out looks like this.'),
      );
    },
    steps: () => [advice('failed_to_exchange_token')],
    fix: 'set_up',
    proof: test,
  },
  {
    id: 'user_info_unreachable',
    title: 'The person’s details could not be fetched',
    actor: 'customer',
    codes: ['user_info_retrieve_failed'],
    weigh: (evidence) =>
      changesBefore(evidence, 'changed the user info address', [], ofConnection(/^userInfoAddress$/)),
    steps: () => [advice('user_info_retrieve_failed')],
    fix: 'set_up',
    proof: test,
  },
];
