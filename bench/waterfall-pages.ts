import type { Organization, ScalekitApi } from '../e2e/fixtures/scalekit-api';

/** A page of the console, and words that its complete answer holds. */
export type PageToFetch = { path: string; holds: string };

type WaterfallPage = {
  name: string;
  /** Round trips: 1.5 where all calls can start at once, 2.5 where one answer is needed for the next. */
  atMost: number;
  /** Arranges what the page shows. Sources of delay are not on yet. */
  find: (api: ScalekitApi, organization: Organization) => PageToFetch | Promise<PageToFetch>;
};

const of = (id: string, tab = '') => `/production/organizations/${id}${tab}`;

/** Every page whose round trips are counted. */
export const waterfallPages: WaterfallPage[] = [
  {
    name: 'list',
    atMost: 1.5,
    find: (_api, { displayName }) => ({ path: '/production/organizations', holds: displayName }),
  },
  { name: 'overview', atMost: 1.5, find: (_api, { id }) => ({ path: of(id), holds: 'Active API keys' }) },
];
