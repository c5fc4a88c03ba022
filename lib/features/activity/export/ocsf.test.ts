import { expect, it } from 'vitest';
import { activityFilter } from '@/lib/activity/filter';
import { insertActivity } from '@/lib/audit/activity/insert-activity';
import type { ActivityRow } from '@/lib/audit/activity/row';
import { withTestDatabase } from '@/tests/setup/database';
import { exportPages } from './export-pages';

withTestDatabase();

/*
 * What OCSF 1.3.0 requires: `requirement: required` of the base event and of each class, and of the objects that we
 * fill the attributes marked so and the `at_least_one` constraints. Source: github.com/ocsf/ocsf-schema, tag v1.3.0,
 * events/base_event.json, events/iam/*.json, objects/*.json; readable at schema.ocsf.io/1.3.0/classes/authentication,
 * account_change and entity_management.
 */
const ofEvery = [
  ...['activity_id', 'category_uid', 'class_uid', 'time', 'type_uid', 'severity_id', 'metadata'],
  ...['metadata.version', 'metadata.product', 'metadata.product.vendor_name'],
];
const ofClass: Record<number, string[]> = {
  3001: ['user'],
  3002: ['user', 'service|dst_endpoint'],
  3004: ['entity'],
};
const ofObject: Record<string, string> = {
  user: 'account|name|uid',
  'user.org': 'name|uid',
  service: 'name|uid',
  entity: 'name|uid',
  actor: 'process|user|invoked_by|session|app_name|app_uid',
  'actor.user': 'account|name|uid',
};
const activities: Record<number, number[]> = {
  3001: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 99],
  3002: [0, 1, 2, 3, 4, 5, 6, 99],
  3004: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 99],
};

/** The required attributes that an event lacks; `a|b` where one of them would do. */
function missingIn(event: Record<string, unknown>): string[] {
  const at = (path: string) =>
    path
      .split('.')
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], event);
  const uid = Number(event.class_uid);
  const objects = Object.entries(ofObject).flatMap(([path, keys]) =>
    at(path) === undefined || keys.split('|').some((key) => at(`${path}.${key}`) !== undefined) ? [] : [path],
  );
  const known = activities[uid]?.includes(Number(event.activity_id)) ? [] : ['activity_id of the class'];
  const named = [...ofEvery, ...(ofClass[uid] ?? ['a known class'])].filter((keys) =>
    keys.split('|').every((key) => at(key) === undefined),
  );
  return [...named, ...objects, ...known];
}

it('has what OCSF 1.3.0 requires of each class, of the barest row too', async () => {
  const bare = (id: string, part: Partial<ActivityRow>): ActivityRow => ({
    ...{ stream: 'event', environment: 'development', id, at: '2026-02-01T00:00:00Z', source: 'scalekit' },
    ...{ type: 'role.updated', ...part },
  });
  await insertActivity([
    bare('areq_1', { stream: 'login', type: 'login.sso', outcome: 'pending' }),
    ...['user.login', 'user.logout', 'user.signup', 'user.organization_invitation', 'role.created'].map(
      (type) => bare(`evt_${type}`, { type }),
    ),
    bare('evt_other', { type: 'something.else' }),
    bare('chg_bare', { stream: 'change', type: 'connection.changed', actor: 'lea@keydesk.test' }),
  ]);
  const selection = { environment: 'development', customers: 'all' as const, mayReadStaff: true };
  const filter = activityFilter.parse({ until: '2026-02-02' });
  let text = '';
  for await (const page of exportPages({ ...selection, filter }, 'ocsf')) text += page.text;
  const events = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(new Set(events.map(({ class_uid }) => class_uid))).toEqual(new Set([3001, 3002, 3004]));
  for (const event of events) expect(missingIn(event), JSON.stringify(event)).toEqual([]);
  expect(events.find(({ metadata }) => metadata.uid === 'areq_1')).toMatchObject({ status_id: 99 });
});
