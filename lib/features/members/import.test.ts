import { expect, it } from 'vitest';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { inviteFromFile, inviteMember } from './actions';
import { previewImport } from './queries';

withTestDatabase();
const emulator = withEmulator();

const base64 = (text: string) => Buffer.from(text).toString('base64');
const member = (organizationId: string, email: string) =>
  write(inviteMember, { organizationId, email, givenName: '', familyName: '', roles: [] });

const file = base64(`email,given_name,roles
ada@brightwater.example,Ada,
ADA@brightwater.example,Ada,
not an address,B,
grace@brightwater.example,Grace,pilot
known@brightwater.example,K,
,Nobody,
=cmd|' /C calc'!A0,Evil,
`);

const preview = (organizationId: string, who = testPrincipal()) =>
  runQuery(previewImport.definition, 'production', who, { organizationId, file });

it('says what is wrong with each line and sends nothing', async () => {
  const organizationId = await newOrganization();
  await member(organizationId, 'Known@brightwater.example');
  emulator.current.journal.clear();
  const seen = await preview(organizationId);
  expect(seen).toMatchObject({ encoding: 'UTF-8', total: 7, good: 1, allCompared: true });
  expect(seen.sample).toMatchObject([{ line: 2, email: 'ada@brightwater.example', name: 'Ada', roles: [] }]);
  expect(seen.problems.map(({ line, problem }) => [line, problem])).toEqual([
    [3, 'The same address stands in line 2.'],
    [4, 'This is not an e-mail address.'],
    [5, 'There is no role “pilot” in this organization.'],
    [6, 'They are a member, or invited, already.'],
    [7, 'There is no e-mail address.'],
    [8, 'This is not an e-mail address.'],
  ]);
  expect(emulator.current.journal.list('users.createUserAndMembership')).toEqual([]);
});

it('starts a job in which every line has its place, good or bad', async () => {
  const organizationId = await newOrganization();
  const somebody = testPrincipal();
  const { jobId } = await write(inviteFromFile, { organizationId, file }, somebody);
  const items = await db().bulkItem.findMany({ where: { jobId }, orderBy: { position: 'asc' } });
  expect(items.map(({ key, state }) => [key, state]).slice(0, 3)).toEqual([
    ['line 2', 'waiting'],
    ['line 3', 'skipped'],
    ['line 4', 'skipped'],
  ]);
  expect(items[1]?.sentence).toBe('Line 3 was not sent. The same address stands in line 2.');
  expect(await logOf(somebody)).toMatchObject([
    { kind: 'intent', action: 'member.invite' },
    { kind: 'outcome', outcome: 'ok', targetId: jobId, details: { good: 2, bad: 5 } },
  ]);
});

it('is refused to a viewer, for a customer of others, and for a file without a good line', async () => {
  const organizationId = await newOrganization();
  const viewer = testPrincipal({ role: 'viewer' });
  expect((await failureOf(write(inviteFromFile, { organizationId, file }, viewer))).code).toBe('forbidden');
  const limited = testPrincipal({ customers: new Set() });
  expect((await failureOf(write(inviteFromFile, { organizationId, file }, limited))).code).toBe('not_found');
  expect((await failureOf(preview(organizationId, limited))).code).toBe('not_found');
  const bad = { organizationId, file: base64('email\nnobody\n') };
  expect((await failureOf(write(inviteFromFile, bad))).fieldErrors?.file).toMatch(/No line/);
  expect((await failureOf(write(inviteFromFile, { organizationId, file: '§' }))).code).toBe('invalid');
});

it.each([404, 429, 500])(
  'says in words that roles or members could not be read (%s), and starts nothing',
  async (status) => {
    const organizationId = await newOrganization();
    emulator.current.faults.add({ operation: 'users.listOrganizationUsers', status });
    const error = await failureOf(write(inviteFromFile, { organizationId, file }));
    expect(error.message).toMatch(/Scalekit/);
    expect(await db().bulkJob.count({ where: { organizationId } })).toBe(0);
  },
);
