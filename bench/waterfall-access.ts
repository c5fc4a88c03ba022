import { createPermission } from '../e2e/fixtures/roles-api';
import type { WaterfallPage } from './waterfall-pages.data';

/** The pages of the environment's roles and permissions. */
export const accessPages: WaterfallPage[] = [
  {
    name: 'role-matrix',
    atMost: 1.5,
    find: () => ({ path: '/production/roles', holds: 'Filter permissions' }),
  },
  {
    name: 'role of the environment',
    atMost: 1.5,
    find: () => ({ path: '/production/roles/member', holds: 'as Scalekit counts' }),
  },
  {
    name: 'permissions',
    atMost: 1.5,
    find: () => ({ path: '/production/permissions', holds: 'Name or description' }),
  },
  {
    name: 'permission',
    atMost: 1.5,
    find: async (api) => {
      const name = await createPermission(api, 'read');
      return { path: `/production/permissions/${name}`, holds: 'this environment' };
    },
  },
];
