import { expect, it } from 'vitest';
import { db } from '@/lib/db';
import { inviteFromFile } from '@/lib/features/members/actions';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { newStaff } from '@/tests/setup/staff';
import { write } from '@/tests/setup/write';
import { startWorkerProcess, until } from './worker-process';

process.env.API_BUDGET_PER_MINUTE = '100000';
withTestDatabase();
const emulator = withEmulator();
const operation = 'users.createUserAndMembership';

const good = Array.from({ length: 963 }, (_, index) => `person${index}@brightwater.example`);
const bad = [
  ...Array.from({ length: 10 }, (_, index) => `not an address ${index},A,B,`),
  ...Array.from({ length: 10 }, (_, index) => `boss${index}@brightwater.example,A,B,no_such_role`),
  ...Array.from({ length: 10 }, (_, index) => `person${index}@brightwater.example,A,B,`),
  ...Array.from({ length: 7 }, () => ',No,Address,'),
];

function makeFile(): string {
  const lines = [...good.map((email) => `${email},Ada,"Lovelace, née Byron",`), ...bad];
  return Buffer.from(`email,given_name,family_name,roles\r\n${lines.join('\r\n')}\r\n`).toString('base64');
}

it('a file of 1,000 with 37 bad lines survives two killed workers and a rate limit', async () => {
  const organizationId = await newOrganization();
  const somebody = await newStaff();
  const started = await write(inviteFromFile, { organizationId, file: makeFile() }, somebody);
  expect(started).toMatchObject({ good: 963, bad: 37 });
  const { jobId } = started;
  const count = (state: string) => db().bulkItem.count({ where: { jobId, state } });
  const { faults } = emulator.current;

  for (const mark of [200, 450]) {
    const worker = startWorkerProcess();
    await until(`${mark} are invited`, async () => (await count('ok')) >= mark);
    // This call is under way when its worker dies: it arrives all the same.
    faults.add({ operation, latencyMs: 700, times: 1 });
    await until('the slow call is under way', async () => faults.list().length === 0);
    await worker.kill();
    expect(await count('sent'), 'one is lost in the middle').toBe(1);
  }
  faults.add({ operation, status: 429, retryAfterSeconds: 2, times: 1 });
  const worker = startWorkerProcess();
  const state = async () => (await db().bulkJob.findUniqueOrThrow({ where: { id: jobId } })).state;
  await until('the job is done', async () => (await state()) === 'done');
  expect(await worker.stop(), 'it ends when asked to').toBe(0);

  expect(await count('ok')).toBe(963);
  const left = await db().bulkItem.findMany({ where: { jobId, state: { not: 'ok' } } });
  expect(left).toHaveLength(37);
  for (const { state, sentence } of left) {
    expect(state).toBe('skipped');
    expect(sentence).toMatch(/^Line \d+ was not sent\. .+/);
  }
  const { store } = emulator.current.environment;
  const invited = store.memberships.findBy('organizationId', organizationId);
  expect(invited).toHaveLength(963);
  const mails = store.mails
    .all()
    .flatMap(({ to }) => to)
    .filter((to) => to.endsWith('@brightwater.example'));
  expect(mails, 'nobody gets two').toHaveLength(963);
  expect(new Set(mails).size).toBe(963);

  const log = await db().staffLog.findMany({ where: { actorId: somebody.staffId, action: 'member.invite' } });
  expect(log.filter(({ kind, outcome }) => kind === 'outcome' && outcome === 'ok')).toHaveLength(964);
  expect(log.filter(({ outcome }) => outcome === 'failed')).toMatchObject([{ errorCode: 'rate_limited' }]);
  const items = log.filter(
    ({ kind, details }) => kind === 'intent' && (details as { job?: string }).job === jobId,
  );
  expect(items).toHaveLength(964);
}, 240_000);
