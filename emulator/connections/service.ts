import type { services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import type { Implementation } from '../service';
import { environmentConnections } from './environment-connections';
import { connectionLists } from './list';
import { organizationConnections } from './organization-connections';

/** ConnectionService, as far as a client token may call it. */
export function connectionService(environment: Environment): Implementation<typeof services.connections> {
  return {
    ...connectionLists(environment),
    ...organizationConnections(environment),
    ...environmentConnections(environment),
  };
}
