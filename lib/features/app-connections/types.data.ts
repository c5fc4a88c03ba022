/** How agents sign in to a provider: the types that an app connection can be created with. */
export const appConnectionTypes = [
  {
    value: 'OAUTH',
    label: 'OAuth 2.0',
    hint: 'Each person lets the agent in at the provider, in a browser.',
  },
  {
    value: 'GOOGLE_DWD',
    label: 'Google domain-wide delegation',
    hint: 'A service account acts for the people of a Google Workspace.',
  },
  { value: 'API_KEY', label: 'API key', hint: 'Each person pastes a key of theirs.' },
  { value: 'BEARER', label: 'Bearer token', hint: 'Each person pastes a token of theirs.' },
  { value: 'BASIC', label: 'Name and password', hint: 'Each person types both (HTTP Basic).' },
  { value: 'NO_AUTH', label: 'None', hint: 'The provider asks for nothing.' },
] as const;
