import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { insertActivity } from '@/lib/audit/activity/insert-activity';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { testPrincipal } from '@/tests/setup/principal';
import { Receiver } from '@/tests/setup/webhook-receiver';
import { failureOf, logOf, write } from '@/tests/setup/write';
import {
  createPush,
  deletePush,
  editPush,
  pausePush,
  resumePush,
  rotatePushSecret,
  testPush,
} from './actions';
import { deliverPush } from './deliver';
import { dropOldItems } from './drop-old';
import { pushHandler } from './handler';
import { listActivityPushes } from './queries';

process.env.EGRESS_LOOPBACK = 'on';
withTestDatabase();

const receiver = new Receiver();
beforeAll(() => receiver.start());
afterAll(() => receiver.stop());
afterEach(async () => {
  receiver.clear();
  await db().activityPush.deleteMany({});
});

const admin = (part: Partial<Principal> = {}) => testPrincipal({ role: 'admin', ...part });
const fields = () => ({
  ...{ name: 'SIEM', url: receiver.url, format: 'jsonl' as const },
  ...{ types: '', outcome: '' as const, staff: false },
});
const made = () => write(createPush, fields(), admin());
const list = () => runQuery(listActivityPushes.definition, 'production', admin(), {});

describe('createPush', () => {
  it('answers with the signing secret, which is kept and logged nowhere', async () => {
    const principal = admin();
    const given = { ...fields(), types: 'user.login\nuser.logout, user.login' };
    const { pushId, secret } = await write(createPush, given, principal);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(await list()).toMatchObject([
      { pushId, state: 'delivering', types: ['user.login', 'user.logout'], backlog: 0, delivered: 0 },
    ]);
    expect(await logOf(principal)).toMatchObject([
      { action: 'activity_push.create', details: { name: 'SIEM', url: receiver.url } },
      { outcome: 'ok', targetId: pushId },
    ]);
    const [dump] = await db().$queryRaw<{ text: string }[]>`
      SELECT (SELECT json_agg(p) FROM activity_push p)::text || (SELECT json_agg(s) FROM staff_log s)::text AS text`;
    expect(dump?.text).not.toContain(secret.slice(6));
  });

  it.each([
    [{ name: ' ' }, 'name', /name/],
    [{ url: 'siem.example' }, 'url', /whole address/],
    [{ url: 'https://siem.example/in?token=abc' }, 'url', /holds no secret/],
    [{ url: 'https://10.0.0.7/in' }, 'url', /not on the public internet/],
    [{ url: 'https://sam:pw@8.8.8.8/in' }, 'url', /password/],
    [{ url: 'http://8.8.8.8/in' }, 'url', /https/],
    [{ types: 'not a type!' }, 'types', /user\.login/],
  ])('refuses %o beside the field', async (part, field, words) => {
    const error = await failureOf(write(createPush, { ...fields(), ...part }, admin()));
    expect(error.code).toBe('invalid');
    expect(error.fieldErrors?.[field]).toMatch(words);
  });

  it('refuses a name that is taken, and an eleventh', async () => {
    await made();
    expect((await failureOf(made())).fieldErrors?.name).toMatch(/Another push/);
    for (let n = 1; n < 10; n += 1) await write(createPush, { ...fields(), name: `SIEM ${n}` }, admin());
    expect((await failureOf(write(createPush, { ...fields(), name: 'More' }, admin()))).code).toBe(
      'conflict',
    );
  });
});

describe('a push that is there', () => {
  it('is changed, and tried at once', async () => {
    const { pushId } = await made();
    const nextTryAt = new Date(Date.now() + 60_000);
    await db().activityPush.update({ where: { id: pushId }, data: { failures: 3, nextTryAt } });
    await write(editPush, { ...fields(), pushId, format: 'ocsf', staff: true }, admin());
    expect(await list()).toMatchObject([{ format: 'ocsf', staff: true, failures: 0, nextTryAt: null }]);
    const bad = await failureOf(
      write(editPush, { ...fields(), pushId, url: 'https://127.0.0.1.example.invalid/' }, admin()),
    );
    expect(Object.keys(bad.fieldErrors ?? {})).toEqual(['url']);
  });

  it('is paused and resumed, each once', async () => {
    const { pushId } = await made();
    await write(pausePush, { pushId }, admin());
    expect(await list()).toMatchObject([{ state: 'paused', pausedBy: 'sam@keydesk.test' }]);
    expect((await failureOf(write(pausePush, { pushId }, admin()))).code).toBe('conflict');
    await write(resumePush, { pushId }, admin());
    expect(await list()).toMatchObject([{ state: 'delivering', pausedAt: null }]);
    expect((await failureOf(write(resumePush, { pushId }, admin()))).code).toBe('conflict');
  });

  it('gets another secret, with a day of both', async () => {
    const { pushId, secret } = await made();
    const rotated = await write(rotatePushSecret, { pushId }, admin());
    expect(rotated.secret).toMatch(/^whsec_/);
    expect(rotated.secret).not.toBe(secret);
    expect(await list()).toMatchObject([{ bothUntil: expect.any(String) }]);
  });

  it.each(['jsonl', 'ocsf'] as const)('is tested in %s', async (format) => {
    const { pushId } = await write(createPush, { ...fields(), format }, admin());
    expect(await write(testPush, { pushId }, admin())).toEqual({ status: 200 });
    expect(JSON.stringify(receiver.lines)).toContain('keydesk.push_test');
    receiver.status = 500;
    const error = await failureOf(write(testPush, { pushId }, admin()));
    expect(error).toMatchObject({ code: 'unavailable', message: expect.stringContaining('HTTP 500') });
  });

  it('is deleted by its name, with what waits', async () => {
    const { pushId } = await made();
    const item = { pushId, stream: 'event', entryId: 'e', entryAt: new Date() };
    await db().activityPushItem.create({ data: item });
    const error = await failureOf(write(deletePush, { pushId, confirmName: 'Other' }, admin()));
    expect(error.fieldErrors?.confirmName).toBeTruthy();
    await write(deletePush, { pushId, confirmName: 'SIEM' }, admin());
    expect(await list()).toEqual([]);
    expect(await db().activityPushItem.count({ where: { pushId } })).toBe(0);
  });
});

const onOne = { editPush, pausePush, resumePush, rotatePushSecret, testPush, deletePush };
const rest = () => ({ ...fields(), confirmName: 'SIEM' });

describe.each(Object.entries(onOne))('%s', (_name, action) => {
  const run = (pushId: string, principal: Principal) =>
    failureOf(write(action as typeof editPush, { ...rest(), pushId }, principal));

  it('is for administrators of the whole environment', async () => {
    const { pushId } = await made();
    const lead = testPrincipal({ role: 'lead' });
    expect((await run(pushId, lead)).code).toBe('forbidden');
    expect(await logOf(lead)).toMatchObject([{ kind: 'denied', action: action.definition.permission }]);
    const limited = await run(pushId, admin({ customers: new Set(['org_1']) }));
    expect(['forbidden', 'not_found']).toContain(limited.code);
  });

  it('says what is gone, and what is no id', async () => {
    expect((await run(randomUUID(), admin())).code).toBe('not_found');
    expect((await run('no id', admin())).code).toBe('invalid');
  });
});

it('nobody but an administrator makes or lists one', async () => {
  const lead = testPrincipal({ role: 'lead' });
  expect((await failureOf(write(createPush, fields(), lead))).code).toBe('forbidden');
  const listed = failureOf(runQuery(listActivityPushes.definition, 'production', lead, {}));
  expect((await listed).code).toBe('forbidden');
});

it('is neither paused nor put off for ever by a clock that jumps ahead and comes back', async () => {
  const year = 365 * 86_400_000;
  const { pushId } = await made();
  const row = { stream: 'event', environment: 'production', id: 'j_1', source: 'scalekit' } as const;
  await insertActivity([{ ...row, at: new Date().toISOString(), type: 'user.login' }]);
  receiver.status = 500;
  await deliverPush(pushId);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + year });
  try {
    await dropOldItems();
    await deliverPush(pushId);
  } finally {
    vi.useRealTimers();
  }
  const jumped = await db().activityPush.findUniqueOrThrow({ where: { id: pushId } });
  expect(jumped).toMatchObject({ failures: 2, pausedAt: null });
  expect(jumped.nextTryAt?.getTime()).toBeGreaterThan(Date.now() + year - 60_000);
  receiver.clear();
  await pushHandler.run({}, new AbortController().signal);
  expect(receiver.lines).toMatchObject([{ id: 'j_1' }]);
  expect(await db().activityPushItem.count({ where: { pushId } })).toBe(0);
});
