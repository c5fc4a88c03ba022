import 'server-only';
import { formatCount, formatQuantity } from '@/lib/format';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { commonsPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import type { EvidencePart } from './schema';

export type Administrator = {
  id: string;
  email: string;
  roles: string[];
  membership: string;
  lastSignInAt: string | null;
};
export type Administrators = { found: Administrator[]; read: number; total: number };

const pageSize = 30;
const mostPages = 20;

/** Members with a role that is named for administration, live, from at most twenty pages of members. @throws AppError */
export async function readAdministrators(
  scalekit: ScalekitClient,
  organizationId: string,
): Promise<Administrators> {
  const found: Administrator[] = [];
  let [pageToken, read, total] = ['', 0, 0];
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await scalekit.users.listOrganizationUsers({ organizationId, pageSize, pageToken });
    read += answer.users.length;
    total = answer.totalSize;
    for (const { id, email, memberships, lastLoginTime } of answer.users) {
      const own = memberships.find((one) => one.organizationId === organizationId);
      const roles = own?.roles.map(({ name }) => name) ?? [];
      if (!roles.some((name) => /admin|owner/i.test(name))) continue;
      const membership = commonsPb.MembershipStatus[own?.membershipStatus ?? 0] ?? 'Other';
      const inWords = membership.toLowerCase().replaceAll('_', ' ');
      found.push({ id, email, roles, membership: inWords, lastSignInAt: toIso(lastLoginTime) });
    }
    pageToken = answer.nextPageToken;
    if (!pageToken) break;
  }
  return { found, read, total };
}

export function administratorsPart({ found, read, total }: Administrators): EvidencePart {
  const whole = read >= total;
  const among = whole
    ? formatQuantity(total, 'member')
    : `the first ${formatCount(read)} of ${formatQuantity(total, 'member')}`;
  return {
    title: 'Administrators',
    note: `Of ${among}, those with a role named for administration or ownership.${whole ? '' : ' The others were not read.'}`,
    asOf: whole ? new Date().toISOString() : null,
    columns: ['E-mail', 'User id', 'Roles', 'Membership', 'Last sign-in'],
    rows: found.map(({ id, email, roles, membership, lastSignInAt }) => [
      email,
      id,
      roles.join(', '),
      membership,
      lastSignInAt ?? 'never',
    ]),
  };
}
