import { openSignIn } from '../fixtures/sessions-api';
import { type FindPlaces, of } from './place';

export const connectionPlaces: FindPlaces = async (scalekit, { id }) => {
  const { connectionId } = await openSignIn(scalekit, id);
  const one = (search = '') => of(id, `/connections/${connectionId}${search}`);
  return [
    { name: 'all connections', path: '/production/connections' },
    { name: 'all connections, filtered', path: '/production/connections?type=SAML&enabled=no' },
    { name: 'connections of an organization', path: of(id, '/connections') },
    { name: 'connection', path: one() },
    { name: 'disable a connection', path: one('?dialog=switch') },
    { name: 'delete a connection', path: one('?dialog=delete-connection') },
  ];
};
