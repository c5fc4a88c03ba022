import 'server-only';
import { Resolver } from 'node:dns/promises';
import { env } from './env';

/** What the DNS says of a name's TXT records now. Each value is whole: its parts are joined. */
export type TxtAnswer =
  | { kind: 'records'; values: string[] }
  /** The name is there and has no TXT record. */
  | { kind: 'no_records' }
  /** No such name. */
  | { kind: 'no_name' }
  /** No usable answer came. */
  | { kind: 'unanswered'; reason: 'timeout' | 'refused' };

const mostValues = 50;

/**
 * Asks the DNS for the TXT records of a host name; never throws. The servers are `DNS_SERVERS`, or else the machine's own;
 * the second of two tries waits longer than `timeoutMs`.
 * Only names that Scalekit holds for a customer may be asked for: this is no look-up service.
 */
export async function lookUpTxt(name: string, timeoutMs = 2_500): Promise<TxtAnswer> {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 2 });
  const { DNS_SERVERS: servers } = env();
  if (servers.length > 0) resolver.setServers(servers);
  try {
    const records = await resolver.resolveTxt(name);
    return { kind: 'records', values: records.slice(0, mostValues).map((parts) => parts.join('')) };
  } catch (error) {
    return explain((error as NodeJS.ErrnoException).code);
  }
}

function explain(code: string | undefined): TxtAnswer {
  if (code === 'ENODATA') return { kind: 'no_records' };
  if (code === 'ENOTFOUND') return { kind: 'no_name' };
  return { kind: 'unanswered', reason: code === 'ETIMEOUT' || code === 'ECANCELLED' ? 'timeout' : 'refused' };
}
