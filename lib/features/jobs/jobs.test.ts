import { expect, it } from 'vitest';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { startBulk } from '@/lib/server/bulk/start-bulk';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { cancelJob, lookUpUnknown, pauseJob, resumeJob, retryFailed } from './actions';
import { getJob, listJobs, readReport } from './queries';
import { writeReport } from './report-file';

withTestDatabase();

type Part = { organizationId?: string | null; principal?: Principal; labels?: string[] };

function newJob({ organizationId = 'org_1', principal = testPrincipal(), labels = ['a', 'b'] }: Part = {}) {
  const items = labels.map((label, index) => ({ key: `line ${index}`, label, input: {} }));
  return startBulk({ environment: 'production', principal, organizationId, kind: 'member.invite', items });
}

const stateOf = async (id: string) => (await db().bulkJob.findUniqueOrThrow({ where: { id } })).state;
const mark = (jobId: string, position: number, state: string) =>
  db().bulkItem.update({ where: { jobId_position: { jobId, position } }, data: { state } });

async function fileOf(jobId: string): Promise<string> {
  let text = '';
  for await (const piece of writeReport(jobId)) text += piece;
  return text;
}

it('a report file starts no formula, and keeps what was written', async () => {
  const labels = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\tx',
    '\rx',
    'harmless',
    'a,"b"',
    '=HYPERLINK("http://x.example";"y")',
  ];
  const text = await fileOf(await newJob({ labels }));
  expect(text.startsWith('\uFEFFnumber,item,key')).toBe(true);
  for (const label of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '=HYPERLINK']) {
    expect(text).toContain(`'${label}`);
  }
  expect(text).toContain(`"'\rx"`);
  expect(text).toMatch(/,harmless,/);
  expect(text).toContain('"a,""b"""');
  // No cell begins with what a spreadsheet would run.
  expect(text).not.toMatch(/(^|,|\n)"?[=+@\t-]/);
});

it('a long report comes in pieces and leaves nothing out', async () => {
  const jobId = await newJob({ labels: Array.from({ length: 1_203 }, (_, index) => `item ${index}`) });
  let pieces = 0;
  for await (const _piece of writeReport(jobId)) pieces += 1;
  expect(pieces).toBe(4);
  expect((await fileOf(jobId)).trim().split('\r\n')).toHaveLength(1_204);
});

it('a job is paused, resumed and cancelled, each told once and in the log', async () => {
  const somebody = testPrincipal();
  const jobId = await newJob();
  await write(pauseJob, { jobId }, somebody);
  expect(await stateOf(jobId)).toBe('paused');
  expect((await failureOf(write(pauseJob, { jobId }))).code).toBe('conflict');
  await write(resumeJob, { jobId }, somebody);
  expect((await failureOf(write(resumeJob, { jobId }))).code).toBe('conflict');
  await mark(jobId, 1, 'ok');
  await write(cancelJob, { jobId }, somebody);
  expect(await stateOf(jobId)).toBe('cancelled');
  const { rows } = await runQuery(readReport.definition, 'production', somebody, { jobId });
  expect(rows.map(({ state }) => state)).toEqual(['ok', 'skipped']);
  expect((await failureOf(write(cancelJob, { jobId }))).code).toBe('conflict');
  expect((await failureOf(write(retryFailed, { jobId }))).code).toBe('conflict');
  const acts = (await logOf(somebody)).filter(({ kind }) => kind === 'intent').map(({ action }) => action);
  expect(acts).toEqual(['job.pause', 'job.resume', 'job.cancel']);
});

it('failed items get another turn, unknown ones are looked up', async () => {
  const jobId = await newJob({ labels: ['a', 'b', 'c'] });
  await mark(jobId, 1, 'failed');
  await mark(jobId, 2, 'unknown');
  await mark(jobId, 3, 'ok');
  await db().bulkJob.update({ where: { id: jobId }, data: { state: 'done' } });
  expect(await write(lookUpUnknown, { jobId })).toEqual({ count: 1 });
  expect(await write(retryFailed, { jobId })).toEqual({ count: 1 });
  const items = await db().bulkItem.findMany({ where: { jobId }, orderBy: { position: 'asc' } });
  expect(items.map(({ state, lookUp }) => [state, lookUp])).toEqual([
    ['waiting', false],
    ['unknown', true],
    ['ok', false],
  ]);
  expect(await stateOf(jobId)).toBe('running');
});

it('reports by state and page, with counts of all', async () => {
  const jobId = await newJob({ labels: Array.from({ length: 60 }, (_, index) => `item ${index}`) });
  await mark(jobId, 7, 'failed');
  const read = (input: object) =>
    runQuery(readReport.definition, 'production', testPrincipal(), { jobId, ...input });
  expect(await read({})).toMatchObject({ total: 60, nextToken: '50', previousToken: null });
  expect(await read({ pageToken: '50' })).toMatchObject({ nextToken: null, previousToken: '0' });
  const failed = await read({ state: 'failed' });
  expect(failed.rows).toMatchObject([{ position: 7, label: 'item 6' }]);
  expect(failed.job.counts).toMatchObject({ waiting: 59, failed: 1 });
});

it('a limited person sees jobs of their customers and their own, and touches no other', async () => {
  const limited = testPrincipal({ customers: new Set(['org_mine']) });
  const mine = await newJob({ organizationId: 'org_mine' });
  const own = await newJob({ organizationId: null, principal: limited });
  const theirs = [await newJob({ organizationId: 'org_theirs' }), await newJob({ organizationId: null })];
  const list = await runQuery(listJobs.definition, 'production', limited, {});
  expect(list.rows.map(({ id }) => id)).toEqual([own, mine]);
  await write(pauseJob, { jobId: own }, limited);
  for (const jobId of theirs) {
    const read = runQuery(getJob.definition, 'production', limited, { jobId });
    expect(['not_found', 'forbidden']).toContain((await failureOf(read)).code);
    const act = write(cancelJob, { jobId }, limited);
    expect(['not_found', 'forbidden']).toContain((await failureOf(act)).code);
  }
  const elsewhere = runQuery(getJob.definition, 'development', testPrincipal(), { jobId: mine });
  expect((await failureOf(elsewhere)).code).toBe('not_found');
  const viewer = testPrincipal({ role: 'viewer' });
  expect((await failureOf(write(pauseJob, { jobId: mine }, viewer))).code).toBe('forbidden');
});
