import type { Environment } from '../environment';
import { announceConnection } from './announce';
import { missingSettings } from './completeness';
import type { ConnectionRow } from './rows';

/** How a switch answers: the state after it and, when nothing was switched, why. */
export type Toggled = { enabled: boolean; errorMessage?: string };

/** Lets people sign in through a connection, if it is configured completely. */
export function enableConnection(environment: Environment, row: ConnectionRow): Toggled {
  if (row.enabled) return { enabled: true, errorMessage: 'The connection is already enabled' };
  const missing = missingSettings(row);
  if (missing.length > 0 || row.status !== 'COMPLETED') {
    const lack = missing.length > 0 ? `: ${missing.join(', ')} missing` : '';
    return { enabled: false, errorMessage: `The connection is not configured completely${lack}` };
  }
  return switchConnection(environment, row, true);
}

/** Stops sign-in through a connection and keeps its configuration. */
export function disableConnection(environment: Environment, row: ConnectionRow): Toggled {
  if (!row.enabled) return { enabled: false, errorMessage: 'The connection is already disabled' };
  return switchConnection(environment, row, false);
}

function switchConnection(environment: Environment, row: ConnectionRow, enabled: boolean): Toggled {
  const { clock, store } = environment;
  const switched = store.connections.put({ ...row, enabled, updatedAt: clock.now() });
  const type = enabled ? 'organization.sso_enabled' : 'organization.sso_disabled';
  announceConnection(environment, type, switched);
  return { enabled };
}
