import type { ResourceRow } from '../clients/rows';
import type { Environment } from '../environment';
import { OauthError } from '../oauth/oauth-error';
import type { Claims } from '../oauth/tokens';
import type { Agents, Grant } from '../oauth/types';
import { findConsent } from './consent';
import { logLogin } from './log';
import { openLoginRequest } from './login-request';

/** How people sign in to a resource's clients: at the login page of the resource's owner. */
export function createAgents(environment: Environment): Agents {
  return {
    authorize(authorize) {
      const resource = resourceOf(environment, authorize.client.clientId);
      const { connection } = resource ?? {};
      if (!resource || !connection?.authorizeUri) {
        throw new OauthError('connection_not_active', 'The resource has no login page of its owner.');
      }
      const { row, callbackState } = openLoginRequest(environment, resource, connection.id, authorize);
      logLogin(environment, row, 'INITIATED');
      const location = new URL(connection.authorizeUri, environment.url());
      location.searchParams.set('login_request_id', row.id);
      location.searchParams.set('connection_id', connection.id);
      location.searchParams.set('state', callbackState);
      return new Response(null, {
        status: 302,
        headers: { location: location.href, 'cache-control': 'no-store' },
      });
    },

    describe(grant) {
      const resource = resourceOf(environment, grant.clientId);
      const consent = findConsent(environment, grant.clientId, grant.subject);
      return resource && consent ? describeAgent(resource, grant) : null;
    },
  };
}

function describeAgent(resource: ResourceRow, grant: Grant): Claims {
  const { clientId: client_id, scope } = grant;
  return {
    idToken: {},
    accessToken: { client_id, aud: [resource.resourceUri || resource.id], scopes: scope.split(' ') },
    accessTokenSeconds: resource.accessTokenExpiry,
  };
}

function resourceOf({ store }: Environment, clientId: string): ResourceRow | undefined {
  return store.resources.get(store.machineClients.get(clientId)?.resourceId ?? '');
}
