import { createClient, createResource } from '../fixtures/clients-api';
import { createMcpConfig, createMcpInstance } from '../fixtures/mcp-api';
import type { FindPlaces } from './place';

const of = (path: string) => `/production${path}`;

export const mcpPlaces: FindPlaces = async (scalekit) => {
  const person = 'ada@heronsgate.example';
  const { configId, configName, connectionId: mapped } = await createMcpConfig(scalekit, person);
  const instanceId = await createMcpInstance(scalekit, configName, person);
  const config = (search = '') => of(`/mcp/${configId}${search}`);
  const instance = (search = '') => of(`/mcp/instances/${instanceId}${search}`);
  const { clientId, secretId } = await createClient(scalekit);
  const client = (search = '') => of(`/clients/${clientId}${search}`);
  const { resourceId, clientId: ofResource } = await createResource(scalekit);
  const resource = (search = '') => of(`/resources/${resourceId}${search}`);
  return [
    { name: 'MCP configurations', path: of('/mcp') },
    { name: 'create MCP configuration', path: of('/mcp?dialog=create') },
    { name: 'MCP configuration', path: config(`?identifier=${person}`) },
    { name: 'edit MCP configuration', path: config('?dialog=edit-config') },
    { name: 'make a session token', path: config('?dialog=token') },
    { name: 'delete MCP configuration', path: config('?dialog=delete-config') },
    { name: 'authorization link', path: config(`?identifier=${person}&dialog=authorize:${mapped}`) },
    { name: 'MCP instances', path: of(`/mcp/instances?config=${configName}`) },
    { name: 'create MCP instance', path: of('/mcp/instances?dialog=create-instance') },
    { name: 'MCP instance', path: instance() },
    { name: 'edit MCP instance', path: instance('?dialog=edit-instance') },
    { name: 'delete MCP instance', path: instance('?dialog=delete-instance') },
    { name: 'clients', path: of('/clients') },
    { name: 'clients, filtered', path: of('/clients?type=WEB_APP') },
    { name: 'create client', path: of('/clients?dialog=create') },
    { name: 'client', path: client() },
    { name: 'edit client', path: client('?dialog=edit-client') },
    { name: 'add a secret to a client', path: client('?dialog=add-secret') },
    { name: 'deactivate a secret', path: client(`?dialog=switch-secret:${secretId}`) },
    { name: 'remove a secret of a client', path: client(`?dialog=remove-secret:${secretId}`) },
    { name: 'delete client', path: client('?dialog=delete-client') },
    { name: 'resources', path: of('/resources') },
    { name: 'create resource', path: of('/resources?dialog=create') },
    { name: 'resource', path: resource() },
    { name: 'edit resource', path: resource('?dialog=edit-resource') },
    { name: 'create a client of a resource', path: resource('?dialog=create-client') },
    { name: 'edit a client of a resource', path: resource(`?dialog=edit-client:${ofResource}`) },
    { name: 'give a resource a sign-in', path: resource('?dialog=connect') },
    { name: 'delete a client of a resource', path: resource(`?dialog=delete-client:${ofResource}`) },
    { name: 'delete resource', path: resource('?dialog=delete-resource') },
  ];
};
