import { createKeyConnection, failTest, mapAttributes } from '../fixtures/connections-api';
import { addSamlConnection } from '../fixtures/expiry-api';
import { openSignIn } from '../fixtures/sessions-api';
import { e2eStack } from '../setup/stack';
import { type FindPlaces, of } from './place';

export const connectionPlaces: FindPlaces = async (scalekit, { id }) => {
  const { connectionId, domain } = await openSignIn(scalekit, id);
  await mapAttributes(scalekit, id, connectionId);
  const failed = await failTest(e2eStack().production.url, connectionId, 'signature_validation_failed');
  const otherId = await createKeyConnection(scalekit, id);
  const samlId = await addSamlConnection(scalekit, id, 'idp.heronsgate.example', 9);
  const one = (search = '') => of(id, `/connections/${connectionId}${search}`);
  return [
    { name: 'all connections', path: '/production/connections' },
    { name: 'all connections, filtered', path: '/production/connections?type=SAML&enabled=no' },
    { name: 'all connections, by domain', path: `/production/connections?domain=${domain}&provider=OKTA` },
    { name: 'connections of an organization', path: of(id, '/connections') },
    { name: 'connection', path: one() },
    { name: 'connection of another type', path: of(id, `/connections/${otherId}`) },
    { name: 'change the attribute mapping', path: one('?dialog=mapping') },
    { name: 'change the domains of a connection', path: one('?dialog=domains') },
    { name: 'test a connection', path: one('?dialog=test') },
    { name: 'failed test of a connection', path: one(`?dialog=test:${failed}`) },
    { name: 'disable a connection', path: one('?dialog=switch') },
    { name: 'rotate a certificate', path: of(id, `/connections/${samlId}/certificate`) },
    { name: 'delete a connection', path: one('?dialog=delete-connection') },
  ];
};
