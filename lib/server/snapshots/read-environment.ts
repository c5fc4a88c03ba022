import 'server-only';
import { connectionObject, listedConnection } from '@/lib/audit/snapshots/connection-object';
import { keepObservation } from '@/lib/audit/snapshots/keep';
import {
  type EnvironmentPart,
  environmentParts,
  environmentWide,
  type ObservedObject,
} from '@/lib/audit/snapshots/observation';
import { roleObject } from '@/lib/audit/snapshots/other-objects';
import { providerObject } from '@/lib/audit/snapshots/provider-object';
import { AppError } from '@/lib/errors';
import type { ScalekitClient } from '@/lib/scalekit/client';

const pageSize = 30;
/** What lies beyond so many pages is left out, and then nothing of the list is taken for gone. */
const mostPages = 10;

type Listed = { objects: ObservedObject[]; complete: boolean };

/**
 * Reads what is set up for the environment as a whole, all at once, and keeps it.
 * @returns the parts that this environment refuses
 * @throws AppError rate_limited: the rest is for later
 */
export async function readEnvironment(
  environment: string,
  scalekit: ScalekitClient,
  parts: readonly EnvironmentPart[] = environmentParts,
): Promise<EnvironmentPart[]> {
  const read = await Promise.allSettled(
    parts.map(async (part) => {
      const at = new Date();
      const { objects, complete } = await readers[part](scalekit);
      const observation = { organizationId: environmentWide, part, objects, complete };
      await keepObservation(environment, observation, at);
    }),
  );
  const failures = read.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  const grave = failures.find((one) => !(one instanceof AppError) || one.code === 'rate_limited');
  if (grave) throw grave;
  return parts.filter((_part, index) => read[index]?.status === 'rejected');
}

const readers: Record<EnvironmentPart, (scalekit: ScalekitClient) => Promise<Listed>> = {
  role: async ({ roles }) => {
    const answer = await roles.listRoles({ include: 'permissions' });
    const own = answer.roles.filter(({ isOrgRole }) => !isOrgRole);
    return { objects: own.map((role) => roleObject(role, true)), complete: true };
  },
  provider: async ({ providers }) => {
    const { items, complete } = await allPages(async (token) => {
      const page = await providers.list({
        ...{ filter: { provider_type: 'CUSTOM' }, page_size: pageSize, page_token: token || undefined },
      });
      return { items: page.providers, next: page.next_page_token };
    });
    return { objects: items.map(providerObject), complete };
  },
  // The list says less than each by itself, and there are few.
  app_connection: async ({ connections }) => {
    const { items, complete } = await allPages(async (pageToken) => {
      const page = await connections.listAppConnections({ pageSize, pageToken });
      return { items: page.connections, next: page.nextPageToken };
    });
    const objects = await Promise.all(
      items.map(async (listed) => {
        const { connection } = await connections.getEnvironmentConnection({ connectionId: listed.id });
        return connection ? connectionObject(connection) : listedConnection(listed);
      }),
    );
    return { objects, complete };
  },
};

type OnePage<Item> = { items: Item[]; next: string };

async function allPages<Item>(read: (token: string) => Promise<OnePage<Item>>) {
  const items: Item[] = [];
  let token = '';
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await read(token);
    items.push(...page.items);
    token = page.next;
    if (token === '') break;
  }
  return { items, complete: token === '' };
}
