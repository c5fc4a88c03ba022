import 'server-only';
import { DOMParser, type Document, type Element, onErrorStopParsing } from '@xmldom/xmldom';
import { AppError } from '@/lib/errors';
import { readCertificates, toCheck } from './certificates';
import type { FoundMetadata, SamlFields } from './schema';

const metadataNamespace = 'urn:oasis:names:tc:SAML:2.0:metadata';
const signatureNamespace = 'http://www.w3.org/2000/09/xmldsig#';
const bindings = {
  'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect': 'HTTP_REDIRECT',
  'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST': 'HTTP_POST',
} as const;
// The one that tells most about a person first.
const nameIdFormats = [
  ['urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress', 'EMAIL'],
  ['urn:oasis:names:tc:SAML:2.0:nameid-format:persistent', 'PERSISTENT'],
  ['urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified', 'UNSPECIFIED'],
  ['urn:oasis:names:tc:SAML:2.0:nameid-format:transient', 'TRANSIENT'],
] as const;

/**
 * Reads the metadata of one SAML identity provider. Its signature is not checked: nobody here knows whose key to trust.
 * @throws AppError invalid, with a sentence on what is wrong with the document
 */
export function readSamlMetadata(xml: string, now = Date.now()): Omit<FoundMetadata<SamlFields>, 'source'> {
  const provider = findProvider(parse(xml));
  const descriptor = provider.parentNode as Element;
  const signOn = pickEndpoint(provider, 'SingleSignOnService');
  const signOut = pickEndpoint(provider, 'SingleLogoutService');
  const formats = children(provider, 'NameIDFormat').map(({ textContent }) => textContent?.trim());
  const signing = children(provider, 'KeyDescriptor').filter(
    (key) => key.getAttribute('use') !== 'encryption',
  );
  const texts = signing
    .flatMap((key) => [...key.getElementsByTagNameNS(signatureNamespace, 'X509Certificate')])
    .map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ''));
  const pasted = [...new Set(texts)].flatMap((text) => readCertificates(text, now));
  const usable = pasted.flatMap(({ read, problem }) => (read && !problem ? read.pem : []));
  const fields: Partial<SamlFields> = {
    idpEntityId: descriptor.getAttribute('entityID') || undefined,
    idpSsoUrl: signOn?.address,
    idpSsoRequestBinding: signOn?.binding,
    idpSloUrl: signOut?.address,
    idpSloRequestBinding: signOut?.binding,
    idpNameIdFormat: nameIdFormats.find(([name]) => formats.includes(name))?.[1],
    wantRequestSigned: isTrue(provider.getAttribute('WantAuthnRequestsSigned')) || undefined,
    idpCertificate: usable.join('') || undefined,
  };
  return {
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    certificates: pasted.map(toCheck),
    notes: notesOn(descriptor, usable.length, now),
  };
}

function parse(xml: string): Document {
  // Entities are declared in a document type, and metadata has none: without one nothing can expand.
  if (/<!DOCTYPE/i.test(xml)) throw invalid('It declares a document type, which SAML metadata never does.');
  try {
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml.trim(), 'text/xml');
  } catch {
    throw invalid('It is not well-formed XML. Paste all of it, from the first < to the last >.');
  }
}

/** The one IDPSSODescriptor of the document. */
function findProvider(document: Document): Element {
  const root = document.documentElement;
  if (root?.namespaceURI !== metadataNamespace) {
    throw invalid('It is XML, but not SAML metadata: it does not begin with an EntityDescriptor.');
  }
  const providers = [...document.getElementsByTagNameNS(metadataNamespace, 'IDPSSODescriptor')];
  const [provider] = providers;
  if (!provider) {
    throw invalid(
      'It describes no identity provider. It may be that of a service provider: ask for the other one.',
    );
  }
  if (providers.length > 1) {
    throw invalid(
      `It describes ${providers.length} identity providers. Cut out the customer’s own and paste that.`,
    );
  }
  return provider;
}

function children(parent: Element, name: string): Element[] {
  return [...parent.getElementsByTagNameNS(metadataNamespace, name)].filter(
    (one) => one.parentNode === parent,
  );
}

/** An endpoint that Scalekit can speak to, by redirect before post. */
function pickEndpoint(provider: Element, name: string) {
  const endpoints = children(provider, name);
  for (const [urn, binding] of Object.entries(bindings)) {
    const found = endpoints.find((one) => one.getAttribute('Binding') === urn);
    const address = found?.getAttribute('Location')?.trim();
    if (address) return { address, binding };
  }
  return undefined;
}

function notesOn(descriptor: Element, usable: number, now: number): string[] {
  const until = Date.parse(descriptor.getAttribute('validUntil') ?? '');
  return [
    ...(until <= now
      ? [`It was valid until ${new Date(until).toISOString().slice(0, 10)}: ask for a newer one.`]
      : []),
    ...(usable === 0 ? ['There is no certificate in it that can be used.'] : []),
    ...(usable > 1 ? [`${usable} certificates are saved: the provider signs with either of them.`] : []),
  ];
}

const isTrue = (text: string | null) => text === 'true' || text === '1';

function invalid(sentence: string): AppError {
  return new AppError('invalid', sentence);
}
