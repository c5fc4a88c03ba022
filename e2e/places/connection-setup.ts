import { createConnection } from '../fixtures/draft-connection';
import { openSignIn } from '../fixtures/sessions-api';
import { type FindPlaces, of } from './place';

export const connectionSetupPlaces: FindPlaces = async (scalekit, { id }) => {
  const { connectionId } = await openSignIn(scalekit, id);
  const samlId = await createConnection(scalekit, id, 'SAML');
  return [
    { name: 'create a connection', path: of(id, '/connections?dialog=create') },
    { name: 'set up OpenID Connect', path: of(id, `/connections/${connectionId}/setup`) },
    { name: 'set up SAML', path: of(id, `/connections/${samlId}/setup`) },
  ];
};
