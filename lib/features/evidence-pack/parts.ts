import 'server-only';
import { db } from '@/lib/db';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { commonsPb } from '@/lib/scalekit/services';
import { toIso } from '@/lib/scalekit/timestamps';
import type { EvidencePart } from './schema';

const configured = [
  ['connection', 'SSO connections'],
  ['directory', 'Directories'],
  ['domain', 'Domains'],
  ['organization_role', 'Own roles'],
  ['api_key', 'API keys'],
  ['api_client', 'API clients'],
  ['connected_account', 'Connected accounts'],
] as const;

/** What is set up, from the snapshots: their allow-lists keep secrets out. */
export async function configurationParts(
  environment: string,
  organizationId: string,
): Promise<EvidencePart[]> {
  const rows = await db().organizationSnapshot.findMany({
    where: { environment, organizationId, endedAt: null, part: { in: configured.map(([part]) => part) } },
    orderBy: [{ part: 'asc' }, { name: 'asc' }, { objectId: 'asc' }],
  });
  return configured.map(([part, title]) => ({
    title,
    note: 'As Keydesk last saw it, without secrets.',
    columns: ['Name', 'Id', 'Settings', 'Seen'],
    rows: rows
      .filter((row) => row.part === part)
      .map(({ name, objectId, content, seenAt }) => [name, objectId, inWords(content), seenAt.toISOString()]),
  }));
}

function inWords(content: unknown): string {
  const fields = Object.entries(content as Record<string, unknown>);
  return fields
    .filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
    .map(([key, value]) => `${key}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join('; ');
}

const pageSize = 30;
const mostPages = 20;

/** Members with a role that is named for administration, live, from at most twenty pages of members. */
export async function administratorsPart(
  scalekit: ScalekitClient,
  organizationId: string,
): Promise<EvidencePart> {
  const rows: string[][] = [];
  let pageToken = '';
  let read = 0;
  let total = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await scalekit.users.listOrganizationUsers({ organizationId, pageSize, pageToken });
    read += answer.users.length;
    total = answer.totalSize;
    for (const { id, email, memberships, lastLoginTime } of answer.users) {
      const own = memberships.find((one) => one.organizationId === organizationId);
      const names = own?.roles.map(({ name }) => name) ?? [];
      if (!names.some((name) => /admin|owner/i.test(name))) continue;
      const status = commonsPb.MembershipStatus[own?.membershipStatus ?? 0] ?? 'Other';
      rows.push([email, id, names.join(', '), status, toIso(lastLoginTime) ?? 'never']);
    }
    pageToken = answer.nextPageToken;
    if (!pageToken) break;
  }
  return {
    title: 'Administrators',
    note: `Members with a role named for administration or ownership, among ${read} of ${total} members.`,
    columns: ['E-mail', 'User id', 'Roles', 'Membership', 'Last sign-in'],
    rows,
  };
}

/** Who signed in how often within thirty days: what the login log tells of sessions. */
export async function signInsPart(environment: string, organizationId: string): Promise<EvidencePart> {
  const rows = await db().$queryRaw<{ outcome: string | null; count: number; last: Date }[]>`
    SELECT outcome, count(*)::int AS count, max(at) AS last FROM activity.login
    WHERE environment = ${environment} AND organization_id = ${organizationId}
      AND at > now() - interval '30 days'
    GROUP BY outcome ORDER BY outcome`;
  return {
    title: 'Sign-ins of the last 30 days',
    note: 'From the login log as far as it was read. Scalekit lists sessions by user only, so open ones are not counted.',
    columns: ['Outcome', 'Number', 'Last'],
    rows: rows.map(({ outcome, count, last }) => [outcome ?? 'not known', String(count), last.toISOString()]),
  };
}

const mostActs = 1_000;

/** What our own staff did here, each with its seal in the hash chain. */
export async function staffActsPart(environment: string, organizationId: string): Promise<EvidencePart> {
  const acts = await db().staffLog.findMany({
    where: { environment, organizationId, kind: { not: 'outcome' } },
    orderBy: { id: 'desc' },
    take: mostActs,
  });
  const ids = acts.map(({ id }) => id);
  const [outcomes, seals] = await Promise.all([
    db().staffLog.findMany({
      where: { intentId: { in: ids }, kind: 'outcome' },
      select: { intentId: true, outcome: true },
    }),
    db().staffLogSeal.findMany({
      where: { environment, logId: { in: ids } },
      select: { logId: true, seq: true, mac: true },
    }),
  ]);
  const ended = new Map(outcomes.map(({ intentId, outcome }) => [intentId, outcome]));
  const sealed = new Map(seals.map((seal) => [seal.logId, seal]));
  return {
    title: 'Acts of our staff',
    note: `The newest ${mostActs} at most. The seal is the act’s place in the staff log’s hash chain.`,
    columns: ['When', 'Who', 'Role', 'Act', 'About', 'Outcome', 'Seal', 'Seal’s code'],
    rows: acts.map(({ id, at, actorEmail, actorRole, action, targetType, targetId, kind }) => [
      at.toISOString(),
      actorEmail || 'Keydesk itself',
      actorRole,
      action,
      [targetType, targetId].filter(Boolean).join(' '),
      kind === 'intent' ? (ended.get(id) ?? 'unknown') : kind,
      String(sealed.get(id)?.seq ?? ''),
      sealed.get(id)?.mac ?? '',
    ]),
  };
}
