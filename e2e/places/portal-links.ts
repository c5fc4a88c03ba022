import { type FindPlaces, of } from './place';

export const portalLinkPlaces: FindPlaces = async (_scalekit, { id }) => [
  { name: 'portal links', path: of(id, '/portal-links') },
  { name: 'create portal link', path: of(id, '/portal-links?dialog=create') },
  { name: 'one-minute link', path: of(id, '/portal-links?dialog=one-minute') },
];
