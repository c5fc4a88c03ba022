import { createAppConnection, createProvider } from '../fixtures/agents-api';
import type { FindPlaces } from './place';

const of = (path: string) => `/production${path}`;

export const agentPlaces: FindPlaces = async (scalekit) => {
  const provider = await createProvider(scalekit);
  const { connectionId, keyId } = await createAppConnection(scalekit);
  const google = await createAppConnection(scalekit, 'GOOGLE_DWD');
  const plain = await createAppConnection(scalekit, 'API_KEY', provider);
  const one = (search = '') => of(`/app-connections/${connectionId}${search}`);
  return [
    { name: 'app connections', path: of('/app-connections') },
    { name: 'app connections, filtered', path: of(`/app-connections?q=${keyId}&provider=HUBSPOT`) },
    { name: 'create app connection', path: of('/app-connections?dialog=create') },
    { name: 'app connection', path: one() },
    { name: 'disable an app connection', path: one('?dialog=switch') },
    { name: 'delete an app connection', path: one('?dialog=delete-app-connection') },
    { name: 'edit an OAuth connection', path: one('/edit') },
    { name: 'edit a Google connection', path: of(`/app-connections/${google.connectionId}/edit`) },
    { name: 'edit another connection', path: of(`/app-connections/${plain.connectionId}/edit`) },
    { name: 'providers', path: of('/providers') },
    { name: 'providers, built in', path: of('/providers?kind=built_in') },
    { name: 'create provider', path: of('/providers/new') },
    { name: 'provider', path: of(`/providers/${provider}`) },
    { name: 'edit a provider', path: of(`/providers/${provider}/edit`) },
    { name: 'tools', path: of('/tools') },
    { name: "somebody's tools", path: of(`/tools?view=scoped&identifier=nobody&connector=${keyId}`) },
    { name: 'tool with many fields', path: of('/tools/googlecalendar_create_event') },
    { name: 'tool that is not there', path: of('/tools/no_such_tool') },
    { name: 'proxied request', path: of(`/proxy-request?connection=${keyId}`) },
    { name: 'tool runs', path: of('/tool-runs') },
    { name: 'delete a provider', path: of(`/providers/${provider}?dialog=delete-provider`) },
  ];
};
