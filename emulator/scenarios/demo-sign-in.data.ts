import type { ConnectionProvider } from '../connections/rows';

/** How a customer's people sign in, and how far the customer got with it. */
export type SignInStory = {
  provider: ConnectionProvider;
  type: 'SAML' | 'OIDC';
  /** `half`: something is still missing. `off`: complete and disabled. */
  state: 'on' | 'off' | 'half';
  /** Who vouched for the domain: our own people (`admin`) or the DNS, as far as that went. */
  domain: 'admin' | 'verified' | 'pending' | 'failed';
  /** Days until the certificate of a SAML provider expires; negative: it has. */
  certificateDays?: number;
};

/** Customers worth a story, by their label. */
export const signInStories: Record<string, SignInStory> = {
  northwharf: { provider: 'OKTA', type: 'SAML', state: 'on', domain: 'verified', certificateDays: 812 },
  tessellate: { provider: 'CUSTOM', type: 'OIDC', state: 'on', domain: 'admin' },
  brindlewood: { provider: 'ONELOGIN', type: 'SAML', state: 'on', domain: 'verified', certificateDays: 1190 },
  quarrystone: { provider: 'MICROSOFT_AD', type: 'OIDC', state: 'on', domain: 'verified' },
  vireo: { provider: 'GOOGLE', type: 'OIDC', state: 'on', domain: 'admin' },
  lumenfold: {
    provider: 'MICROSOFT_AD',
    type: 'SAML',
    state: 'on',
    domain: 'verified',
    certificateDays: 402,
  },
  fennimore: { provider: 'GOOGLE', type: 'SAML', state: 'on', domain: 'verified', certificateDays: 1544 },
  // Nobody has renewed it so far.
  zephyrine: { provider: 'MICROSOFT_AD', type: 'SAML', state: 'on', domain: 'verified', certificateDays: 9 },
  // It ran out over the weekend, and its people cannot sign in.
  dunmarrow: { provider: 'ADFS', type: 'SAML', state: 'on', domain: 'admin', certificateDays: -3 },
  copperfen: { provider: 'OKTA', type: 'OIDC', state: 'off', domain: 'verified' },
  verdigris: {
    provider: 'PING_IDENTITY',
    type: 'SAML',
    state: 'off',
    domain: 'failed',
    certificateDays: 640,
  },
  // Came five days ago and is in the middle of it.
  bellwether: { provider: 'OKTA', type: 'SAML', state: 'half', domain: 'pending' },
};

/** What everyone else uses. */
export const usualSignIns: SignInStory[] = [
  { provider: 'OKTA', type: 'SAML', state: 'on', domain: 'admin', certificateDays: 930 },
  { provider: 'MICROSOFT_AD', type: 'SAML', state: 'on', domain: 'admin', certificateDays: 511 },
  { provider: 'MICROSOFT_AD', type: 'OIDC', state: 'on', domain: 'admin' },
  { provider: 'GOOGLE', type: 'OIDC', state: 'on', domain: 'admin' },
  { provider: 'ONELOGIN', type: 'SAML', state: 'on', domain: 'admin', certificateDays: 274 },
  { provider: 'JUMPCLOUD', type: 'SAML', state: 'off', domain: 'admin', certificateDays: 1320 },
];

/** Where the identity providers of the demo are, `%` standing for the customer's name. All invented. */
export const providerHosts: Partial<Record<ConnectionProvider, string>> = {
  OKTA: '%.okta.example',
  MICROSOFT_AD: 'login.entra.example/%',
  GOOGLE: 'accounts.workspace.example/%',
  ONELOGIN: '%.onelogin.example',
  PING_IDENTITY: 'auth.ping.example/%',
  JUMPCLOUD: 'sso.jumpcloud.example/%',
  ADFS: 'adfs.%.example',
  CUSTOM: 'id.%.example',
};
