import type { FindPlaces } from './place';

export const toolboxPlaces: FindPlaces = async (_scalekit, { id }) => [
  { name: 'tokens and keys', path: '/production/toolbox/tokens' },
  { name: 'sign-in URL', path: '/production/toolbox/sign-in-url' },
  { name: 'code exchange', path: '/production/toolbox/exchange' },
  { name: 'passwordless', path: '/production/toolbox/passwordless' },
  { name: 'pending login', path: '/production/toolbox/pending-login' },
  { name: 'sign-out URL', path: '/production/toolbox/sign-out-url' },
  { name: 'webhook signature', path: '/production/toolbox/webhooks' },
  { name: 'API explorer', path: '/production/toolbox/api' },
  { name: 'API operation', path: '/production/toolbox/api/connections.createConnection' },
  { name: 'API operation that is closed', path: '/production/toolbox/api/tokens.fetchToken' },
  { name: 'SDK set-up', path: '/production/toolbox/sdk' },
  { name: 'calls as code', path: `/production/organizations/${id}?dialog=code` },
];
