import type { DescribedImplementations } from './described-face';
import type { Environment } from './environment';
import { mcpConfigs } from './mcp/configs';
import { mcpInstances } from './mcp/instances';
import type { SignToken } from './mcp/session-token';
import { providerServices } from './providers/service';

/** Every operation without a descriptor. `sign` makes a JWT by the environment's signing key. */
export function describedServices(environment: Environment, sign: SignToken): DescribedImplementations {
  return {
    ...providerServices(environment),
    mcp: { ...mcpConfigs(environment, sign), ...mcpInstances(environment) },
  };
}
