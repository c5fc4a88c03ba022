import type { Evidence } from './evidence';
import { membershipOf } from './rules/facts';

/**
 * What is left to the only administrator of an organization who cannot sign in: nobody of the customer can mend it for
 * them. Empty for others, and where it is not known who else is an administrator.
 */
export function waysInFor(evidence: Evidence): string[] {
  const { connections, connection, otherAdmins } = evidence;
  if (!membershipOf(evidence)?.administers || otherAdmins !== 0) return [];
  const others = connections?.filter(({ id, enabled }) => enabled && id !== connection?.id) ?? [];
  return [
    ...others.map(({ name }) => `Another connection of the customer is enabled: ${name}.`),
    'A portal link needs no sign-in: its mailed code lets them mend the connection themselves.',
    'A login method of the environment, such as a mailed code, where the application offers it for this address.',
    'Another administrator: invite a colleague whom the customer names, with the same role.',
  ];
}
