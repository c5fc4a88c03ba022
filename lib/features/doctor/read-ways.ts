import 'server-only';
import { providerName } from '@/lib/provider-name';
import { connectionsPb } from '@/lib/scalekit/services';
import type { ConnectionFact, Evidence } from './evidence';
import { wholeConnection } from './facts-of';
import { orGap } from './gaps';
import type { Reader } from './sources';

/** The chosen connection with its settings; as it is where they are known or cannot be read. */
export async function readChosen(
  chosen: ConnectionFact | null,
  { organization, gaps }: Evidence,
  { scalekit }: Pick<Reader, 'scalekit'>,
): Promise<ConnectionFact | null> {
  if (!chosen || chosen.detail || !organization) return chosen;
  const wanted = { organizationId: organization.id, id: chosen.id };
  const answer = await orGap(scalekit.connections.getConnection(wanted), 'The connection', gaps);
  return answer?.connection ? wholeConnection(answer.connection) : chosen;
}

const loginTypes = ['PASSWORD', 'OAUTH', 'PASSWORDLESS', 'WEBAUTHN'];
const kinds: Record<string, string> = {
  PASSWORD: 'password',
  PASSWORDLESS: 'mailed code or link',
  WEBAUTHN: 'passkey',
};

/**
 * The environment's own login methods that are ready, by name; null: could not be read.
 * Source: GET /connections, which has no pages and lists what is enabled of everybody: nothing but these is kept.
 */
export async function readLoginMethods(
  { scalekit }: Pick<Reader, 'scalekit'>,
  gaps: string[],
): Promise<string[] | null> {
  const answer = await orGap(scalekit.connections.listConnections({}), 'The login methods', gaps);
  const names = answer?.connections.flatMap(({ organizationId, enabled, type, provider, providerKey }) => {
    const kind = connectionsPb.ConnectionType[type] ?? '';
    if (organizationId || !enabled || !loginTypes.includes(kind)) return [];
    const key = providerKey || (connectionsPb.ConnectionProvider[provider] ?? '');
    return [kinds[kind] ?? (key === 'GOOGLE' ? 'Google' : providerName(key))];
  });
  return names ? [...new Set(names)] : null;
}
