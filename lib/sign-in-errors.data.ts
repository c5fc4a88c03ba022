/** Who has to do something before the same sign-in can work. */
export type SignInActor = 'customer' | 'us' | 'developer' | 'person' | 'scalekit';

export type SignInError = {
  /** What happened. */
  title: string;
  actor: SignInActor;
  /** What that party does. */
  advice: string;
};

/** The documented codes of a sign-in that fails, in plain words. */
export const signInErrors: Readonly<Record<string, SignInError>> = {
  invalid_connection_selector: {
    title: 'The application did not say where to sign in',
    actor: 'developer',
    advice:
      'Send a connection, an organization, a domain, a provider or a login hint with the sign-in request.',
  },
  invalid_connection_id: {
    title: 'There is no such connection',
    actor: 'developer',
    advice:
      'The application names a connection that was deleted or belongs to another environment. Name one that is there.',
  },
  invalid_organization_id: {
    title: 'There is no such organization',
    actor: 'developer',
    advice: 'The application names an organization that was deleted or belongs to another environment.',
  },
  connection_not_active: {
    title: 'The connection is disabled',
    actor: 'us',
    advice: 'Enable the connection once its set-up is complete.',
  },
  no_active_connections: {
    title: 'The organization has no enabled connection',
    actor: 'us',
    advice: 'Enable one of its connections, or have the customer set one up first.',
  },
  no_configured_connections: {
    title: 'No connection of this provider is set up',
    actor: 'us',
    advice: 'Set up and enable the provider that the sign-in asks for.',
  },
  domain_not_found: {
    title: 'No organization has the domain of the address',
    actor: 'us',
    advice:
      'Look for a typing error in the address. If it is right, the domain is missing at the organization: add it.',
  },
  invalid_user_domain: {
    title: 'The address is not of one of the organization’s domains',
    actor: 'us',
    advice:
      'Add the domain to the organization if it is theirs. Else the person signed in with the wrong account.',
  },
  invalid_client: {
    title: 'Scalekit does not know the application',
    actor: 'developer',
    advice: 'Check the client id and secret, and that they belong to this environment.',
  },
  application_not_active: {
    title: 'The application is switched off at Scalekit',
    actor: 'developer',
    advice: 'Activate the application in Scalekit’s dashboard.',
  },
  invalid_request: {
    title: 'The sign-in request is malformed',
    actor: 'developer',
    advice:
      'Compare the request’s parameters with the documentation; the redirect address must be registered exactly.',
  },
  unauthorized: {
    title: 'The person may not sign in',
    actor: 'customer',
    advice: 'Assign the person, or one of their groups, to the application at the identity provider.',
  },
  user_not_active: {
    title: 'The person’s account is not active',
    actor: 'us',
    advice:
      'Look at the person’s membership: the invitation may be open, or a directory may have deactivated them.',
  },
  access_denied: {
    title: 'The identity provider or the person refused',
    actor: 'customer',
    advice:
      'If the person did not cancel by themselves: assign them to the application at the identity provider, and look at its conditional-access rules.',
  },
  server_error: {
    title: 'Something failed at Scalekit or at the identity provider',
    actor: 'scalekit',
    advice: 'Try once more. If it fails again, send Scalekit the test id and the time.',
  },
  mandatory_attribute_missing: {
    title: 'The identity provider did not send a required attribute',
    actor: 'customer',
    advice:
      'Have the identity provider send the e-mail address. If it sends it under another name, we map that name under “Attribute mapping”.',
  },
  invalid_id_token: {
    title: 'The identity provider’s ID token is not valid',
    actor: 'customer',
    advice:
      'Compare issuer and client id on both sides. Clocks that differ and changed signing keys cause it too.',
  },
  failed_to_exchange_token: {
    title: 'The identity provider refused the code exchange',
    actor: 'customer',
    advice:
      'Most often the client secret is wrong or has expired. Make a new one at the identity provider and give it to us; check that the redirect URI is registered there.',
  },
  user_info_retrieve_failed: {
    title: 'The person’s details could not be fetched',
    actor: 'customer',
    advice: 'Check the user info address, and that the application may read profile and e-mail.',
  },
  invalid_saml_metadata: {
    title: 'The SAML metadata cannot be used',
    actor: 'customer',
    advice: 'Send us fresh metadata, or a metadata address that answers without a sign-in.',
  },
  invalid_saml_request: {
    title: 'The identity provider did not take the SAML request',
    actor: 'customer',
    advice: 'Compare entity id and sign-on address on both sides; one side may ask for signed requests.',
  },
  invalid_saml_response: {
    title: 'The SAML response is not valid',
    actor: 'customer',
    advice:
      'Compare entity id (audience) and assertion address (ACS) at the identity provider with ours, letter by letter.',
  },
  invalid_saml_form_params: {
    title: 'The SAML response came incomplete',
    actor: 'customer',
    advice:
      'The identity provider has to post SAMLResponse to the assertion address. A proxy or a browser extension may strip it.',
  },
  malformed_saml_response: {
    title: 'The SAML response cannot be read',
    actor: 'customer',
    advice:
      'Have the identity provider send a plain SAML 2.0 response. An encrypted one needs encryption set up on our side too.',
  },
  signature_validation_failed: {
    title: 'The signature does not fit the certificate',
    actor: 'customer',
    advice: 'The signing certificate was probably renewed. Send us the current one, or fresh metadata.',
  },
  invalid_acs_url: {
    title: 'The assertion address (ACS) is wrong',
    actor: 'customer',
    advice: 'Enter the assertion address from this page at the identity provider, letter by letter.',
  },
  invalid_assertion_url: {
    title: 'The assertion names another address',
    actor: 'customer',
    advice:
      'Recipient and destination at the identity provider must be the assertion address from this page.',
  },
  invalid_status: {
    title: 'The identity provider answered that it failed',
    actor: 'customer',
    advice:
      'Its own sign-in log says why: often the person is not assigned, or the name id format is not supported.',
  },
  assertion_expired: {
    title: 'The assertion had expired',
    actor: 'customer',
    advice:
      'Set the identity provider’s clock by NTP. If clocks are right: sign in again without a long pause.',
  },
  response_expired: {
    title: 'The response had expired',
    actor: 'customer',
    advice:
      'Set the identity provider’s clock by NTP. If clocks are right: sign in again without a long pause.',
  },
  authentication_not_completed: {
    title: 'The sign-in was not finished',
    actor: 'person',
    advice: 'Sign in once more and go through every step at the identity provider, the second factor too.',
  },
  user_login_required: {
    title: 'The person is not signed in at the identity provider',
    actor: 'person',
    advice: 'Sign in again, and enter the password when the identity provider asks for it.',
  },
};

export const signInActors: Record<SignInActor, string> = {
  customer: 'the customer’s IT administrator',
  us: 'us, here in Keydesk',
  developer: 'the developers of our application',
  person: 'the person who signs in',
  scalekit: 'Scalekit’s support',
};

/** The first documented code that stands in a text: a message, an address, a screenshot typed off. */
export function findSignInError(text: string): string | undefined {
  return findSignInErrors(text)[0];
}

/** All documented codes that stand in a text, each once, in its order. */
export function findSignInErrors(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z]+(?:_[a-z]+)*/g) ?? [];
  return [...new Set(words)].filter((word) => Object.hasOwn(signInErrors, word));
}
