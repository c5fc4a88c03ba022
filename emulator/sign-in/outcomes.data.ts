/** How a sign-in can go wrong at an identity provider: the documented error codes, and what is sent with them. */
export const failures = {
  access_denied: 'User denied access',
  unauthorized: 'The user is not allowed to sign in',
  authentication_not_completed: 'The authentication was not completed at the identity provider',
  user_login_required: 'The user has to sign in at the identity provider',
  mandatory_attribute_missing: 'A mandatory attribute such as email is missing in the response',
  invalid_id_token: 'The ID token of the identity provider is invalid',
  failed_to_exchange_token: 'The authorization code could not be exchanged at the identity provider',
  user_info_retrieve_failed: 'The user info could not be retrieved from the identity provider',
  invalid_saml_metadata: 'The SAML metadata is invalid',
  invalid_saml_request: 'The SAML request is invalid',
  invalid_saml_response: 'The SAML response is invalid',
  invalid_saml_form_params: 'The form parameters of the SAML response are invalid',
  malformed_saml_response: 'The SAML response is malformed',
  signature_validation_failed: 'The signature of the SAML response could not be validated',
  invalid_acs_url: 'The assertion consumer service URL is invalid',
  invalid_assertion_url: 'The assertion URL is invalid',
  invalid_status: 'The SAML response has an unexpected status',
  assertion_expired: 'The SAML assertion has expired',
  response_expired: 'The SAML response has expired',
  server_error: 'Something went wrong',
} as const;

export type Failure = keyof typeof failures;

/** What is wrong with a request or a person, found out by the service itself. */
export const refusals = {
  invalid_connection_selector:
    'One of organization_id, connection_id, domain, provider or login_hint is required',
  invalid_connection_id: 'The connection does not exist',
  invalid_organization_id: 'The organization does not exist',
  connection_not_active: 'The connection is not enabled',
  no_active_connections: 'The organization has no active connection',
  no_configured_connections: 'No connection of this provider is configured',
  domain_not_found: 'The domain belongs to no organization',
  invalid_user_domain: "The e-mail address is not of one of the organization's domains",
  user_not_active: 'The user is not active in the organization',
} as const;
