import type { services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import type { Implementation } from '../service';
import { environmentClients } from './environment-clients';
import { organizationClients } from './organization-clients';
import { resourceClients } from './resource-clients';
import { resources } from './resources';

/** ClientService, as far as a client token may call it. */
export function clientService(environment: Environment): Implementation<typeof services.clients> {
  return {
    ...environmentClients(environment),
    ...organizationClients(environment),
    ...resources(environment),
    ...resourceClients(environment),
  };
}
