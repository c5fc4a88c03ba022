import 'server-only';
import type { Page } from '@/lib/page';
import { clientsPb } from '@/lib/scalekit/services';
import { defineQuery } from '@/lib/server/define-query';
import { readResource } from './find';
import { toConsentRow, toResourceClientRow, toResourceRow } from './rows';
import {
  type ConsentRow,
  listConsentsInput,
  listResourcesInput,
  type ResourceClientRow,
  type ResourceRow,
  resourceInput,
  resourcePageSize,
} from './schema';

/** A page of resources of one type. Source: GET /resources (preview). */
export const listResources = defineQuery({
  permission: 'resource.read',
  input: listResourcesInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ type, pageToken }, { scalekit }): Promise<Page<ResourceRow>> => {
    const resourceType = clientsPb.ResourceType[type];
    const page = await scalekit.clients.listResources({
      resourceType,
      pageSize: resourcePageSize,
      pageToken,
    });
    return {
      rows: page.resources.map(toResourceRow),
      total: page.totalSize,
      nextToken: page.nextPageToken || null,
      previousToken: page.prevPageToken || null,
    };
  },
});

/** One resource. Source: GET /resources/{id} (preview). */
export const getResource = defineQuery({
  permission: 'resource.read',
  input: resourceInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ resourceId }, { scalekit }): Promise<ResourceRow> => readResource(scalekit, resourceId),
});

/** The clients of a resource, all of them: the API does not page. Source: GET /resources/{id}/clients (preview). */
export const listResourceClients = defineQuery({
  permission: 'resource_client.read',
  input: resourceInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ resourceId }, { scalekit }): Promise<ResourceClientRow[]> =>
    (await scalekit.clients.listResourceClients({ resourceId })).clients.map(toResourceClientRow),
});

/**
 * A page of what people let clients of a resource do. They are people of all customers, so it is for those who see all.
 * Source: GET /user_consents (preview).
 */
export const listConsents = defineQuery({
  permission: 'consent.read',
  input: listConsentsInput,
  scope: () => ({ kind: 'environment' }),
  load: async ({ resourceId, text, pageToken }, { scalekit }): Promise<Page<ConsentRow>> => {
    const page = await scalekit.clients.listResourceUserConsents({
      resourceId,
      search: text,
      pageSize: resourcePageSize,
      pageToken,
    });
    return {
      rows: page.consents.map(toConsentRow),
      total: page.totalSize,
      nextToken: page.nextPageToken || null,
      previousToken: page.prevPageToken || null,
    };
  },
});
