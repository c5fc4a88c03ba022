import type { FindPlaces } from './place';

export const toolboxPlaces: FindPlaces = async () => [
  { name: 'tokens and keys', path: '/production/toolbox/tokens' },
  { name: 'sign-in URL', path: '/production/toolbox/sign-in-url' },
  { name: 'sign-out URL', path: '/production/toolbox/sign-out-url' },
  { name: 'webhook signature', path: '/production/toolbox/webhooks' },
];
