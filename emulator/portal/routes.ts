import { addConnection, saveConnection, switchOffConnection, switchOnConnection } from './connections';
import { addDirectory, renewDirectorySecret, switchOffDirectory, switchOnDirectory } from './directories';
import { addDomain, publishDomain, removeDomain } from './domains';
import type { PortalAct } from './portal-act';
import type { PortalFeature } from './rows';
import type { Visit } from './session';

type Route = { act: PortalAct; feature?: PortalFeature };

// `*` stands for an id. Domains belong to every feature.
const routes: Record<string, Route> = {
  '/portal/domains': { act: addDomain },
  '/portal/domains/*/publish': { act: publishDomain },
  '/portal/domains/*/remove': { act: removeDomain },
  '/portal/connections': { act: addConnection, feature: 'sso' },
  '/portal/connections/*': { act: saveConnection, feature: 'sso' },
  '/portal/connections/*/enable': { act: switchOnConnection, feature: 'sso' },
  '/portal/connections/*/disable': { act: switchOffConnection, feature: 'sso' },
  '/portal/directories': { act: addDirectory, feature: 'dir_sync' },
  '/portal/directories/*/secret': { act: renewDirectorySecret, feature: 'dir_sync' },
  '/portal/directories/*/enable': { act: switchOnDirectory, feature: 'dir_sync' },
  '/portal/directories/*/disable': { act: switchOffDirectory, feature: 'dir_sync' },
};

const ids = /(?<=\/)(?:dom|conn|dir)_\d+/;

/** A path with its id taken out: `/portal/domains/*`. */
export function patternOf(pathname: string): string {
  return pathname.replace(ids, '*');
}

/** The id in a path, or nothing. */
export function idIn(pathname: string): string {
  return ids.exec(pathname)?.[0] ?? '';
}

/** What a form posted to this path does, if the visitor's link covers it. */
export function findAct(visit: Visit, pathname: string): PortalAct | undefined {
  const route = routes[patternOf(pathname)];
  return route && covers(visit, route.feature) ? route.act : undefined;
}

/** True when the visitor's link covers the feature, or any where none is named. */
export function covers({ session }: Visit, feature?: PortalFeature): boolean {
  return feature ? session.features.includes(feature) : session.features.length > 0;
}
