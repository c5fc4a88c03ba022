import { createApiClient } from '../fixtures/api-clients-api';
import { type FindPlaces, of } from './place';

export const apiClientPlaces: FindPlaces = async (scalekit, { id }) => {
  const client = await createApiClient(scalekit, id);
  const one = (search = '') => of(id, `/clients/${client.clientId}${search}`);
  return [
    { name: 'API clients', path: of(id, '/clients') },
    { name: 'create API client', path: of(id, '/clients?dialog=create') },
    { name: 'API client', path: one() },
    { name: 'edit API client', path: one('?dialog=edit-client') },
    { name: 'add a secret', path: one('?dialog=add-secret') },
    { name: 'fetch a token', path: one('?dialog=try') },
    { name: 'delete API client', path: one('?dialog=delete-client') },
  ];
};
