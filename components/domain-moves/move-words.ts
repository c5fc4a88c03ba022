import type { ConnectionLabel, DomainMoveState } from '@/lib/features/domains/schema';
import { formatList, formatQuantity } from '@/lib/format';

const shown = 5;

/** Who and what is touched when the holder loses the domain, a sentence each. What is not known says so. */
export function effectsOfTaking({ domain, from, members, directories }: DomainMoveState): string[] {
  return [
    memberWords(domain, members),
    from.connections === null
      ? 'Which of their connections it leads to could not be looked up.'
      : connectionWords(domain, from.leadsTo),
    directories === null
      ? 'Whether a directory provisions its people could not be looked up.'
      : directories === 0
        ? 'They have no directory: nobody is provisioned by it.'
        : `${formatQuantity(directories, 'directory', 'directories')} can no longer provision people at ${domain}.`,
    'Members, their accounts and open sessions stay where they are.',
  ];
}

function memberWords(domain: string, members: DomainMoveState['members']): string {
  if (members === null) return `Which of their members have an address at ${domain} could not be looked up.`;
  const { emails, more } = members;
  if (emails.length === 0) return `None of their members has an address at ${domain}.`;
  const some = emails.slice(0, shown);
  const rest = emails.length - some.length;
  const names = formatList(rest > 0 ? [...some, `${rest} more`] : some);
  const count = formatQuantity(emails.length, 'member has', 'members have');
  return `${more ? 'At least ' : ''}${count} an address at ${domain}: ${names}.`;
}

function connectionWords(domain: string, leadsTo: ConnectionLabel[]): string {
  if (leadsTo.length === 0) return 'It is given to none of their connections.';
  const labels = formatList(leadsTo.map(({ label, enabled }) => (enabled ? label : `${label}, disabled`)));
  return `Addresses at ${domain} are no longer led to ${labels}.`;
}
