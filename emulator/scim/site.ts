import type { JsonObject, JsonValue } from '@bufbuild/protobuf';
import { z } from 'zod';
import { directoryEndpoint } from '../directories/messages';
import type { DirectoryRow } from '../directories/rows';
import { markSynced } from '../directories/sync';
import type { Environment } from '../environment';
import type { Site } from '../faces/pages';
import { authenticate } from './authenticate';
import { resourceTypes, schemaResources, serviceProviderConfig } from './discovery';
import { scimGroups } from './groups';
import { chooseAttributes, listResponse } from './list-response';
import { isObject } from './match-filter';
import { patchSchema } from './patch';
import type { Resources } from './resources';
import { errorBody, ScimError } from './scim-error';
import { scimUsers } from './users';

const paths = /^\/directory\/([^/]+)\/scim\/v2(?:\/([^/]+))?(?:\/([^/]+))?\/?$/;

/** SCIM 2.0 (RFC 7643, 7644) for every directory, at its own endpoint and with its own bearer secret. */
export function createScimSite(environment: Environment): Site {
  async function answer(request: Request, match: RegExpExecArray): Promise<Response> {
    const [, directoryId = '', kind = ''] = match;
    const id = match[3] && decode(match[3]);
    const directory = authenticate(environment, request, directoryId);
    if (kind === 'Users') return answerResources(request, directory, scimUsers(environment, directory), id);
    if (kind === 'Groups') return answerResources(request, directory, scimGroups(environment, directory), id);
    if (request.method !== 'GET') throw notAllowed(request);
    return send(200, discover(directoryEndpoint(environment, directory), kind, id));
  }

  async function answerResources(
    request: Request,
    directory: DirectoryRow,
    resources: Resources,
    id: string | undefined,
  ): Promise<Response> {
    if (request.method === 'GET') return read(request, resources, id);
    const response = await write(request, resources, id);
    markSynced(environment, directory.id);
    return response;
  }

  return {
    operation(pathname) {
      const kind = paths.exec(pathname)?.[2];
      return paths.test(pathname) ? `scim/${kind ?? ''}` : undefined;
    },
    async handle(request) {
      const match = paths.exec(new URL(request.url).pathname);
      if (!match) return null;
      try {
        return await answer(request, match);
      } catch (cause) {
        if (cause instanceof ScimError) return sendError(cause);
        throw cause;
      }
    },
  };
}

function read(request: Request, resources: Resources, id: string | undefined): Response {
  const query = new URL(request.url).searchParams;
  if (!id) return send(200, listResponse(resources.list(), query));
  return send(200, chooseAttributes(resources.get(id), query));
}

async function write(request: Request, resources: Resources, id: string | undefined): Promise<Response> {
  if (!id && request.method === 'POST') {
    const created = resources.create(await readObject(request));
    const location = isObject(created.meta) ? String(created.meta.location) : '';
    return send(201, created, { location });
  }
  if (id && request.method === 'PUT') return send(200, resources.replace(id, await readObject(request)));
  if (id && request.method === 'PATCH') return send(200, resources.patch(id, await readOperations(request)));
  if (!id || request.method !== 'DELETE') throw notAllowed(request);
  resources.remove(id);
  return new Response(null, { status: 204 });
}

function discover(endpoint: string, kind: string, id: string | undefined): JsonObject {
  if (kind === 'ServiceProviderConfig' && !id) return serviceProviderConfig(endpoint);
  const lists: Record<string, JsonObject[]> = {
    ResourceTypes: resourceTypes(endpoint),
    Schemas: schemaResources(endpoint),
  };
  const list = Object.hasOwn(lists, kind) ? lists[kind] : undefined;
  const found = id && list?.find((one) => one.id === id);
  if (!list || (id && !found)) throw new ScimError(404, 'There is no such resource.');
  return found || listResponse(list, new URLSearchParams());
}

async function readObject(request: Request): Promise<JsonObject> {
  const json = await readJson(request);
  if (!isObject(json)) throw new ScimError(400, 'The body is not a JSON object.', 'invalidSyntax');
  return json;
}

async function readOperations(request: Request) {
  const result = patchSchema.safeParse(await readJson(request));
  if (!result.success) throw new ScimError(400, z.prettifyError(result.error), 'invalidSyntax');
  return result.data.Operations;
}

async function readJson(request: Request): Promise<JsonValue> {
  try {
    return await request.json();
  } catch {
    throw new ScimError(400, 'The body is not JSON.', 'invalidSyntax');
  }
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new ScimError(404, 'There is no such resource.');
  }
}

function notAllowed({ method }: Request): ScimError {
  return new ScimError(405, `${method} is not allowed here.`);
}

function sendError(error: ScimError): Response {
  return send(error.status, errorBody(error), error.status === 401 ? { 'www-authenticate': 'Bearer' } : {});
}

function send(status: number, body: JsonObject, headers: Record<string, string> = {}): Response {
  const common = { 'content-type': 'application/scim+json', 'cache-control': 'no-store' };
  return new Response(JSON.stringify(body), { status, headers: { ...common, ...headers } });
}
