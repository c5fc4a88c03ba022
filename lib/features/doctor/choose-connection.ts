import type { ConnectionFact, Evidence } from './evidence';
import { domainOf } from './rules/facts';

/**
 * The connection that a sign-in by the address alone would take: of the enabled ones the one with the domain, else the
 * one in question, else the first. Null: none is enabled, or none could be read.
 */
export function chooseConnection(evidence: Evidence): ConnectionFact | null {
  const { connections, connection } = evidence;
  const enabled = connections?.filter((one) => one.enabled) ?? [];
  const domain = domainOf(evidence);
  const chosen =
    enabled.find(({ domains }) => domain && domains.includes(domain)) ??
    enabled.find(({ id }) => id === connection?.id) ??
    enabled[0] ??
    null;
  // The one in question was read by itself and tells more.
  return chosen && chosen.id === connection?.id ? connection : chosen;
}
