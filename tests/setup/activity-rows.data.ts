import type { ActivityRow } from '@/lib/audit/activity/row';

/** What a row of a test has where the test does not care. */
export const eventRow = {
  stream: 'event',
  environment: 'production',
  type: 'user.login',
  source: 'scalekit',
} as const;

const row = (part: Partial<ActivityRow> & Pick<ActivityRow, 'id' | 'at'>): ActivityRow => ({
  stream: 'event',
  environment: 'production',
  type: 'user.login',
  source: 'scalekit',
  ...part,
});

// Newest first; the three at noon share their time, and two of them their id.
export const noon = '2026-11-20T12:00:00.000Z';
export const activityRows: ActivityRow[] = [
  row({
    id: 'evt_5',
    at: '2026-11-21T09:00:00Z',
    userId: 'usr_1',
    email: 'jane@acme.test',
    organizationId: 'org_1',
    words: 'jane doe',
    outcome: 'ok',
  }),
  row({
    stream: 'login',
    id: 'same',
    at: noon,
    type: 'login.sso',
    source: 'login_log',
    email: 'jane@acme.test',
    organizationId: 'org_1',
    connectionId: 'conn_1',
    outcome: 'failed',
  }),
  row({
    id: 'same',
    at: noon,
    type: 'organization.updated',
    organizationId: 'org_1',
    targetId: 'org_1',
    targetType: 'organization',
    data: { display_name: 'Acme two' },
  }),
  row({
    stream: 'change',
    id: 'chg_1',
    at: noon,
    since: '2026-11-20T08:00:00Z',
    type: 'connection.changed',
    source: 'snapshot',
    organizationId: 'org_2',
    connectionId: 'conn_2',
    targetId: 'conn_2',
  }),
  row({
    id: 'evt_1',
    at: '2026-09-01T00:00:00Z',
    type: 'organization.updated',
    organizationId: 'org_1',
    targetId: 'org_1',
    targetType: 'organization',
    data: { display_name: 'Acme' },
  }),
  row({
    id: 'evt_0',
    at: '2026-08-01T00:00:00Z',
    type: 'role.created',
    targetId: 'auditor',
    words: 'auditor',
  }),
];
