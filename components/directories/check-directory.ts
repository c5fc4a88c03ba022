import type { Tone } from '@/components/ui/tone';
import type { DirectoryRow } from '@/lib/features/directories/schema';
import { formatExactTime, formatList, formatQuantity } from '@/lib/format';
import { isWorking, secretWords } from './words';

/** One thing to look at when people do not arrive, and how it stands as far as Scalekit tells. */
export type Finding = { subject: string; tone: Tone; state: string; advice: string };

/**
 * What can be said of a directory that does not provision, in the order of asking. The API keeps no last error:
 * where it tells nothing, the finding says what to look at on the customer's side.
 * `verifiedDomains` are the organization's, null where they could not be read.
 */
export function checkDirectory(
  directory: DirectoryRow,
  verifiedDomains: string[] | null,
  now = Date.now(),
): Finding[] {
  const findings = [switchFinding(directory)];
  if (directory.type === 'SCIM') findings.push(endpointFinding(directory), secretFinding(directory, now));
  findings.push(lastPushFinding(directory), groupFinding(directory), domainFinding(verifiedDomains));
  return findings;
}

function switchFinding({ enabled }: DirectoryRow): Finding {
  return enabled
    ? { subject: 'Provisioning', tone: 'success', state: 'Enabled', advice: 'Pushes are taken.' }
    : {
        subject: 'Provisioning',
        tone: 'danger',
        state: 'Disabled',
        advice: 'Every push is refused until the directory is enabled.',
      };
}

function endpointFinding({ endpoint }: DirectoryRow): Finding {
  return {
    subject: 'Endpoint',
    tone: endpoint ? 'neutral' : 'warning',
    state: endpoint ? 'To compare' : 'Not known',
    advice: endpoint
      ? 'What stands at the identity provider must be this address to the letter. Scalekit does not say where pushes went wrong.'
      : 'Scalekit names no address for this directory.',
  };
}

function secretFinding({ secrets }: DirectoryRow, now: number): Finding {
  const working = secrets.filter((secret) => isWorking(secret, now));
  const subject = 'Bearer secret';
  if (working.length === 0) {
    const state = secrets.length === 0 ? 'None' : 'None works';
    return {
      subject,
      tone: 'danger',
      state,
      advice: 'Add one and hand it over: without it every push is refused.',
    };
  }
  const last = working
    .map(({ expiresAt }) => expiresAt ?? '')
    .toSorted()
    .at(-1);
  const until = last ? ` The last to expire works until ${formatExactTime(last)}.` : '';
  const soon = working.every((secret) => secretWords(secret, now).tone === 'warning');
  return {
    subject,
    tone: soon ? 'warning' : 'success',
    state: soon ? 'Expires soon' : `${formatQuantity(working.length, 'secret')} active`,
    advice: `Compare the last four characters with what stands at the identity provider.${until}`,
  };
}

function lastPushFinding({ lastSyncedAt, type }: DirectoryRow): Finding {
  const subject = 'Last synchronized';
  if (lastSyncedAt)
    return {
      subject,
      tone: 'neutral',
      state: formatExactTime(lastSyncedAt),
      advice: 'When Scalekit last took something in. An attempt that was refused does not count.',
    };
  return {
    subject,
    tone: 'warning',
    state: 'Never',
    advice:
      type === 'SCIM'
        ? 'Nothing has arrived yet. The provisioning log of the identity provider tells what it tried.'
        : 'Nothing was read yet.',
  };
}

function groupFinding({ groupsTracked, assignments }: DirectoryRow): Finding {
  const { size } = new Set(assignments.map(({ groupId }) => groupId));
  const mapped = `${formatQuantity(size, 'group')} ${size === 1 ? 'brings' : 'bring'} a role.`;
  return groupsTracked === 'selected'
    ? {
        subject: 'Groups',
        tone: 'warning',
        state: 'Chosen ones only',
        advice: `A group that is not chosen brings nobody a role. ${mapped}`,
      }
    : {
        subject: 'Groups',
        tone: 'neutral',
        state: groupsTracked === 'all' ? 'All tracked' : 'Not known',
        advice: mapped,
      };
}

function domainFinding(verified: string[] | null): Finding {
  const subject = 'E-mail domain';
  if (verified?.length === 0)
    return {
      subject,
      tone: 'danger',
      state: 'None verified',
      advice: 'Nobody becomes a member before a domain of the organization is verified.',
    };
  const others = 'Somebody whose address is of another domain stays in the directory and becomes no member.';
  return verified === null
    ? { subject, tone: 'neutral', state: 'Not known', advice: `The domains could not be read. ${others}` }
    : {
        subject,
        tone: 'neutral',
        state: `${formatQuantity(verified.length, 'domain')} verified`,
        advice: `${formatList(verified.slice(0, 5))}${verified.length > 5 ? ' and more' : ''}. ${others}`,
      };
}
