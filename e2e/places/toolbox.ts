import type { FindPlaces } from './place';

export const toolboxPlaces: FindPlaces = async () => [
  { name: 'tokens and keys', path: '/production/toolbox/tokens' },
  { name: 'sign-in URL', path: '/production/toolbox/sign-in-url' },
  { name: 'code exchange', path: '/production/toolbox/exchange' },
  { name: 'passwordless', path: '/production/toolbox/passwordless' },
  { name: 'pending login', path: '/production/toolbox/pending-login' },
  { name: 'sign-out URL', path: '/production/toolbox/sign-out-url' },
  { name: 'webhook signature', path: '/production/toolbox/webhooks' },
];
