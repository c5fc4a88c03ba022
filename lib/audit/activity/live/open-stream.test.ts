import { randomUUID } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';
import { insertActivity } from '@/lib/audit/activity/insert-activity';
import type { ActivityRow } from '@/lib/audit/activity/row';
import type { Role } from '@/lib/auth/permissions';
import { endSession, startSession } from '@/lib/auth/staff-session';
import { db } from '@/lib/db';
import { withTestDatabase } from '@/tests/setup/database';
import { newStaff } from '@/tests/setup/staff';
import { openStream } from './open-stream';

withTestDatabase();

const readers: ReadableStreamDefaultReader<Uint8Array>[] = [];
afterEach(() => Promise.all(readers.splice(0).map((reader) => reader.cancel())));

async function signedIn(limitedTo?: string, role: Role = 'support') {
  const { staffId } = await newStaff({ role });
  const token = randomUUID();
  await startSession({
    ...{ token, staffId },
    authTime: null,
    idToken: null,
    userAgent: null,
    previousToken: null,
  });
  if (limitedTo) {
    await db().staff.update({ where: { id: staffId }, data: { allCustomers: false } });
    await db().staffCustomer.create({
      data: { staffId, environment: 'production', organizationId: limitedTo },
    });
  }
  return { token, staffId };
}

/** A stream whose text gathers in `told`; `ended` when the server closed it. */
async function follow(token: string, options: { after?: string; beatMs?: number; checkMs?: number } = {}) {
  const stream = await openStream({ token, after: '', ...options });
  const reader = stream?.getReader();
  if (!reader) throw new Error('no stream');
  readers.push(reader);
  const heard = { told: '', ended: false };
  void (async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read())
      heard.told += new TextDecoder().decode(part.value);
    heard.ended = true;
  })();
  await vi.waitFor(() => expect(heard.told).toContain('retry:'));
  return heard;
}

/** From here on rows are told; what came in before may be caught up with, and only if it happened just now. */
const listening = () =>
  vi.waitFor(async () => {
    const [row] = await db().$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'keydesk live'
        AND datname = current_database() AND state = 'idle' AND query LIKE 'LISTEN%'`;
    expect(row?.n).toBe(1);
  }, 3000);

let counter = 0;
const newRow = (part: Partial<ActivityRow> = {}): ActivityRow => ({
  ...{ stream: 'event', environment: 'production', type: 'user.login', source: 'scalekit' },
  ...{ id: `evt_${++counter}`, at: new Date().toISOString(), words: 'jane', data: { name: 'Jane' } },
  ...part,
});

async function comeIn(organizationId?: string): Promise<string> {
  const row = newRow({ organizationId });
  await insertActivity([row]);
  return row.id;
}

/** The lines of all messages, and the place that the last one names. */
function linesOf({ told }: { told: string }): { entryId: string; changed: boolean; actor: string | null }[] {
  // What came of the last message may be a part of it.
  const messages = told.split('\n\n').slice(0, -1);
  return messages.flatMap((message) => {
    const [, data] = /^data: (\{"lines.*)$/m.exec(message) ?? [];
    return data ? JSON.parse(data).lines : [];
  });
}
const placeOf = ({ told }: { told: string }) => [...told.matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? '';

it('tells every stream of a row, each what its person may see, and never the content', async () => {
  const all = await follow((await signedIn()).token);
  const limited = await follow((await signedIn('org_1')).token);
  const ids = [await comeIn('org_1'), await comeIn('org_2'), await comeIn()];
  await vi.waitFor(() => expect(ids.every((id) => all.told.includes(`"${id}"`))).toBe(true), 3000);
  await vi.waitFor(() => expect(limited.told).toContain(`"${ids[0]}"`));
  expect(limited.told).not.toContain(`"${ids[1]}"`);
  expect(limited.told).not.toContain(`"${ids[2]}"`);
  expect(all.told).not.toContain('Jane');
});

it.each([50, 3_000])('tells each of %i rows that came in together, once', async (count) => {
  const heard = await follow((await signedIn()).token);
  await listening();
  const rows = Array.from({ length: count }, () => newRow({ at: '2026-03-01T10:00:00Z' }));
  await insertActivity(rows);
  await vi.waitFor(() => expect(linesOf(heard)).toHaveLength(count), 10_000);
  expect(new Set(linesOf(heard).map(({ entryId }) => entryId))).toEqual(new Set(rows.map(({ id }) => id)));
});

it('tells a sign-in that moved as changed, and never goes back to when it came in', async () => {
  const { token } = await signedIn();
  const login = newRow({ stream: 'login', id: 'areq_1', outcome: 'pending', source: 'login_log' });
  await insertActivity([login]);
  const heard = await follow(token);
  const id = await comeIn();
  await vi.waitFor(() => expect(linesOf(heard)).toMatchObject([{ entryId: id, changed: false }]), 3000);
  const place = placeOf(heard);
  await insertActivity([{ ...login, outcome: 'ok', data: { status: 'SUCCESS' } }]);
  await vi.waitFor(() => expect(linesOf(heard)[1]).toMatchObject({ entryId: 'areq_1', changed: true }), 3000);
  expect(placeOf(heard)).toBe(place);
});

it('says who of our staff it was to those who read the staff log, and to others that it was one of us', async () => {
  const support = await follow((await signedIn()).token);
  const viewer = await follow((await signedIn(undefined, 'viewer')).token);
  await insertActivity([newRow({ stream: 'change', source: 'snapshot', actor: 'lea@keydesk.test' })]);
  await vi.waitFor(() => expect(linesOf(support)).toMatchObject([{ actor: 'lea@keydesk.test' }]), 3000);
  await vi.waitFor(() => expect(linesOf(viewer)).toMatchObject([{ actor: 'our staff' }]), 3000);
  expect(viewer.told).not.toContain('lea@');
});

it('has one connection that listens, and none when everybody has left', async () => {
  const count = async () => {
    const [row] = await db().$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM pg_stat_activity
      WHERE application_name = 'keydesk live' AND datname = current_database()`;
    return row?.n;
  };
  const { token } = await signedIn();
  await Promise.all([follow(token), follow(token), follow(token)]);
  await vi.waitFor(async () => expect(await count()).toBe(1));
  await Promise.all(readers.splice(0).map((reader) => reader.cancel()));
  await vi.waitFor(async () => expect(await count()).toBe(0));
});

it('goes on from where the stream before ended', async () => {
  const { token } = await signedIn();
  const first = await follow(token);
  await comeIn();
  await vi.waitFor(() => expect(first.told).toContain('entryId'), 3000);
  const after = placeOf(first);
  await Promise.all(readers.splice(0).map((reader) => reader.cancel()));
  const missed = await comeIn('org_1');
  const second = await follow(token, { after });
  await vi.waitFor(() => expect(second.told).toContain(`"${missed}"`));
  expect(second.told.match(/entryId/g)).toHaveLength(1);
});

it('ends at once with the session, in whichever process it ended', async () => {
  const { token } = await signedIn();
  const heard = await follow(token);
  await endSession(token);
  await vi.waitFor(() => expect(heard.ended).toBe(true), 3000);
  expect(heard.told).toContain('event: ended');
  expect(await openStream({ token, after: '' })).toBeNull();
});

it('reads the session again and again, and sends a heart-beat', async () => {
  const { token, staffId } = await signedIn();
  const heard = await follow(token, { checkMs: 50, beatMs: 20 });
  await vi.waitFor(() => expect(heard.told).toContain(': beat'));
  await db().staff.update({ where: { id: staffId }, data: { disabledAt: new Date() } });
  await vi.waitFor(() => expect(heard.ended).toBe(true), 3000);
});

it('opens its connection again when Postgres drops it, and tells what was missed', async () => {
  const heard = await follow((await signedIn()).token);
  await db().$executeRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'keydesk live' AND datname = current_database()`;
  const missed = await comeIn('org_1');
  await vi.waitFor(() => expect(heard.told).toContain(`"${missed}"`), 5000);
});

it('is for people who are signed in', async () => {
  expect(await openStream({ token: undefined, after: '' })).toBeNull();
  expect(await openStream({ token: 'nobody', after: '' })).toBeNull();
});
