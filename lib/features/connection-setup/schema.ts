import { z } from 'zod';
import { connectionProviders } from '@/lib/connection-providers';
import { isMasked } from '@/lib/masked-secret';
import { providerName } from '@/lib/provider-name';
import { connectionId, organizationId } from '@/lib/scalekit-ids';
import { typeChoices } from './choices.data';

/** What stands for a provider that has a key and no name of its own in the API. */
export const otherProvider = 'OTHER';

// What a name alone would leave open.
const explained: Record<string, string> = {
  CUSTOM: 'Custom (any SAML or OIDC provider)',
  MICROSOFT: 'Microsoft (accounts of any tenant)',
  IDP_SIMULATOR: 'IdP simulator (for tests)',
};

const providerValues: [string, ...string[]] = [...connectionProviders, otherProvider];
const typeValues = typeChoices.map(({ value }) => value) as [string, ...string[]];

/** For the form's lists: components know of a feature its schema only. */
export const providerChoices = connectionProviders.map((value) => ({
  value,
  label: explained[value] ?? providerName(value),
}));
export { typeChoices };

export const createConnectionInput = z
  .object({
    organizationId,
    provider: z.enum(providerValues, 'Choose the identity provider.'),
    providerKey: z.string().trim().max(100, 'A provider key has at most 100 characters.'),
    type: z.enum(typeValues, 'Choose how people sign in.'),
    keyId: z
      .string()
      .trim()
      .max(300, 'A key has at most 300 characters.')
      .refine((key) => !/\s/.test(key), 'A key has no spaces.'),
  })
  .refine(({ provider, providerKey }) => provider !== otherProvider || providerKey !== '', {
    path: ['providerKey'],
    error: 'Give the key that Scalekit knows the provider by.',
  });

export const connectionSetupInput = z.object({ organizationId, connectionId });

const httpAddress = (text: string) => text === '' || (URL.canParse(text) && /^https?:\/\/[^/]/i.test(text));

const address = z
  .string()
  .trim()
  .max(2048, 'An address has at most 2,048 characters.')
  .refine(httpAddress, 'Give a whole address: https:// and all that follows.');
const text = (noun: string, most: number) =>
  z
    .string()
    .trim()
    .max(most, `${noun} has at most ${most.toLocaleString('en')} characters.`);
/** Empty: not set. */
const oneOf = <const Value extends string>(...values: Value[]) =>
  z.enum(['', ...values], 'Choose one of the list.');

const everyType = {
  jitProvisioningWithSsoEnabled: z.boolean(),
  syncUserProfileOnLogin: z.boolean(),
  uiButtonTitle: text('The words on a button', 128),
  configurationType: oneOf('DISCOVERY', 'MANUAL'),
  debugEnabled: z.boolean(),
};

const samlFields = z.object({
  idpEntityId: text('An entity id', 1024).refine((id) => !/\s/.test(id), 'An entity id has no spaces.'),
  idpSsoUrl: address,
  idpSsoRequestBinding: oneOf('HTTP_POST', 'HTTP_REDIRECT'),
  idpCertificate: text('What is pasted', 40_000).refine(
    (pem) => !/PRIVATE KEY/.test(pem),
    'This holds a private key, which nobody but its owner may have. Paste the certificate alone, and tell the customer.',
  ),
  idpMetadataUrl: address,
  idpNameIdFormat: oneOf('UNSPECIFIED', 'EMAIL', 'TRANSIENT', 'PERSISTENT'),
  wantRequestSigned: z.boolean(),
  certificateId: text('A certificate id', 100),
  samlSigningOption: oneOf(
    'NO_SIGNING',
    'SAML_ONLY_RESPONSE_SIGNING',
    'SAML_ONLY_ASSERTION_SIGNING',
    'SAML_RESPONSE_ASSERTION_SIGNING',
    'SAML_RESPONSE_OR_ASSERTION_SIGNING',
  ),
  assertionEncrypted: z.boolean(),
  forceAuthn: z.boolean(),
  defaultRedirectUri: address,
  idpSloRequired: z.boolean(),
  idpSloUrl: address,
  idpSloRequestBinding: oneOf('HTTP_POST', 'HTTP_REDIRECT'),
  ...everyType,
});
export type SamlFields = z.output<typeof samlFields>;

export const oidcScopes = ['openid', 'profile', 'email', 'address', 'phone'] as const;

const oidcFields = z.object({
  issuer: address,
  discoveryEndpoint: address,
  authorizeUri: address,
  tokenUri: address,
  userInfoUri: address,
  jwksUri: address,
  clientId: text('A client id', 512),
  clientSecret: text('A client secret', 4096).refine(
    (secret) => !isMasked(secret),
    'This is a mask and no secret. Leave it empty to keep the secret that is set, or paste a new one.',
  ),
  scopes: z
    .array(z.enum(oidcScopes))
    .refine((scopes) => scopes.includes('openid'), 'OpenID Connect does not work without openid.'),
  tokenAuthType: oneOf('BASIC_AUTH', 'URL_PARAMS'),
  pkceEnabled: z.boolean(),
  idpLogoutRequired: z.boolean(),
  ...everyType,
});
export type OidcFields = z.output<typeof oidcFields>;

const insecure = 'This goes over http. Use https, or allow addresses without it below.';

/** The fields that hold an address without https. */
function insecureFields(fields: Record<string, unknown>): string[] {
  return Object.keys(fields).filter((name) => /^http:/i.test(String(fields[name])) && name !== 'idpEntityId');
}

export const configureSamlInput = z
  .object({ organizationId, connectionId, ...samlFields.shape })
  .superRefine((input, context) => {
    for (const path of input.debugEnabled ? [] : insecureFields(input)) {
      context.addIssue({ code: 'custom', path: [path], message: insecure });
    }
    if (input.idpSloRequired && input.idpSloUrl === '') {
      const message = 'Signing out there needs its address.';
      context.addIssue({ code: 'custom', path: ['idpSloUrl'], message });
    }
  });

export const configureOidcInput = z
  .object({ organizationId, connectionId, ...oidcFields.shape })
  .superRefine((input, context) => {
    for (const path of input.debugEnabled ? [] : insecureFields(input)) {
      context.addIssue({ code: 'custom', path: [path], message: insecure });
    }
  });

// Half of what a server action takes: a character may be more than one byte.
const mostXml = 500_000;

export const readSamlMetadataInput = z
  .object({
    organizationId,
    connectionId,
    from: z.enum(['url', 'xml']),
    url: address,
    xml: z.string().max(mostXml, 'Metadata has at most 500,000 characters: give its address instead.'),
  })
  .superRefine(({ from, url, xml }, context) => {
    if (from === 'url' && url === '') {
      context.addIssue({ code: 'custom', path: ['url'], message: 'Give the address of the metadata.' });
    }
    if (from === 'xml' && xml.trim() === '') {
      context.addIssue({ code: 'custom', path: ['xml'], message: 'Paste the metadata.' });
    }
  });

export const readOidcMetadataInput = z.object({
  organizationId,
  connectionId,
  url: address.refine((value) => value !== '', 'Give the issuer, or the address of its discovery document.'),
});

export const checkCertificatesInput = z.object({
  organizationId,
  connectionId,
  certificates: samlFields.shape.idpCertificate,
});

/** A certificate before it is saved, in words. `problem` is a sentence: why it will not be taken, or null. */
export type CertificateCheck = {
  issuer: string;
  expiresAt: string | null;
  fingerprint: string | null;
  problem: string | null;
};

/** What metadata says, as values of the form. A field that is not in it is not in `fields`. */
export type FoundMetadata<Fields> = {
  /** The address that answered; null for what was pasted. */
  source: string | null;
  fields: Partial<Fields>;
  certificates: CertificateCheck[];
  /** What a person should know before using it. */
  notes: string[];
};

type Setup = { connectionId: string; provider: string; enabled: boolean };

/** Everything that the set-up form shows. A secret is there as a mask or not at all. */
export type ConnectionSetup = Setup &
  /** `certificates` counts those that are saved; `idpInitiated` is null where Scalekit does not say. */
  (
    | { type: 'SAML'; fields: SamlFields; certificates: number; idpInitiated: boolean | null }
    | { type: 'OIDC'; fields: OidcFields; clientSecretMask: string | null }
    /** Another type: its settings cannot be made here. */
    | { type: 'other'; typeName: string }
  );
