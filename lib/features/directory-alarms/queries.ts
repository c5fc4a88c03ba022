import 'server-only';
import { db } from '@/lib/db';
import { defineQuery } from '@/lib/server/define-query';
import { nameOrganizations } from './names';
import { type AlarmRow, alarmsOfInput, noInput } from './schema';

const mostRows = 20;

/** Alarms that nobody has acknowledged, newest first; for a limited person those of their customers. */
export const listAlarms = defineQuery({
  permission: 'directory.read',
  input: noInput,
  scope: () => ({ kind: 'assigned' }),
  load: (_input, { environment, principal: { customers } }): Promise<AlarmRow[]> =>
    readAlarms(environment, customers === 'all' ? null : [...customers]),
});

/** The same of one customer, for the banner on its pages. */
export const listAlarmsOf = defineQuery({
  permission: 'directory.read',
  input: alarmsOfInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: ({ organizationId }, { environment }): Promise<AlarmRow[]> =>
    readAlarms(environment, [organizationId]),
});

async function readAlarms(environment: string, only: string[] | null): Promise<AlarmRow[]> {
  const alarms = await db().directoryAlarm.findMany({
    where: { environment, acknowledgedAt: null, ...(only ? { organizationId: { in: only } } : {}) },
    orderBy: { lastAt: 'desc' },
    take: mostRows,
  });
  if (alarms.length === 0) return [];
  const names = await nameOrganizations(
    environment,
    alarms.map(({ organizationId }) => organizationId),
  );
  return alarms.map(({ id, organizationId, directoryId, deleted, usersBefore, firstAt, lastAt }) => ({
    ...{ id, organizationId, deleted, usersBefore },
    organizationName: names.get(organizationId) ?? organizationId,
    directoryId: directoryId || null,
    firstAt: firstAt.toISOString(),
    lastAt: lastAt.toISOString(),
  }));
}
