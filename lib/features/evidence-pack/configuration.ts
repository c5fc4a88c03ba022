import 'server-only';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { formatExactTime } from '@/lib/format';
import type { OrganizationSnapshot } from '@/lib/generated/prisma/client';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { readOrganization, type walkedParts } from '@/lib/server/snapshots/read-organization';
import type { Cell, EvidencePart, Settings } from './schema';

const titles: Record<(typeof walkedParts)[number], string> = {
  connection: 'SSO connections',
  directory: 'Directories',
  domain: 'Domains',
  organization_role: 'Own roles',
  api_key: 'API keys',
  api_client: 'API clients',
  connected_account: 'Connected accounts',
};
const order = Object.keys(titles) as (typeof walkedParts)[number][];

/**
 * What is set up, read from Scalekit now, all lists at once and each a few pages at most. What does not answer is told from
 * the snapshots, with its age. Their allow-lists keep secrets out.
 */
export async function configurationParts(
  environment: string,
  scalekit: ScalekitClient,
  organizationId: string,
): Promise<EvidencePart[]> {
  const startedAt = new Date();
  await Promise.all(
    order.map((part) =>
      readOrganization(environment, scalekit, organizationId, [part]).catch(leftToSnapshots),
    ),
  );
  const where = { environment, organizationId, part: { in: order } };
  const [rows, lists] = await Promise.all([
    db().organizationSnapshot.findMany({
      where: { ...where, endedAt: null },
      orderBy: [{ name: 'asc' }, { objectId: 'asc' }],
    }),
    db().snapshotPart.findMany({ where }),
  ]);
  return order.map((part) => {
    const theirs = rows.filter((row) => row.part === part);
    const listedAt = lists.find((list) => list.part === part)?.listedAt ?? null;
    const isLive = listedAt !== null && listedAt >= startedAt;
    return {
      title: titles[part],
      note: noteOn(listedAt, isLive, theirs.length),
      asOf: listedAt?.toISOString() ?? null,
      columns: ['Name', 'Id', 'Settings', ...(isLive ? [] : ['Seen'])],
      rows: theirs.map((row) => [...toCells(row), ...(isLive ? [] : [row.seenAt.toISOString()])]),
    };
  });
}

/** What Scalekit refuses, or leaves unanswered, does not take the rest of the pack with it. */
function leftToSnapshots(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}

function noteOn(listedAt: Date | null, isLive: boolean, known: number): string {
  if (isLive) return 'Read from Scalekit for this pack, without secrets.';
  if (listedAt) {
    return `Scalekit did not give the list for this pack. It is as Keydesk last read it, ${formatExactTime(listedAt)}, without secrets.`;
  }
  return known > 0
    ? 'The whole list could not be read, so there may be others. These are known one by one, each as of the time beside it.'
    : 'The list was never read, so nobody can say here whether there are any.';
}

/** Without the fields that only say the name again. */
const toCells = ({ name, objectId, content }: OrganizationSnapshot): Cell[] => [
  name,
  objectId,
  Object.fromEntries(Object.entries(content as Settings).filter(([, value]) => value !== name)),
];
