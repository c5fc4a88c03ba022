import { type FindPlaces, of } from './place';

export const organizationPlaces: FindPlaces = async (_scalekit, { id }) => [
  { name: 'organizations', path: '/production/organizations' },
  { name: 'a look-up that finds nothing', path: '/production/organizations?lookup=nobody' },
  { name: 'create organization', path: '/production/organizations?dialog=create' },
  { name: 'organization', path: of(id) },
  { name: 'edit details', path: of(id, '?dialog=edit') },
  { name: 'edit metadata', path: of(id, '?dialog=metadata') },
  { name: 'an organization that is not there', path: of('org_1') },
  { name: 'development', path: '/development/organizations' },
  { name: 'the palette', path: '/production/organizations?dialog=find' },
];
