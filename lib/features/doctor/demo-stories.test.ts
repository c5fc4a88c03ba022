import { expect, it } from 'vitest';
import { scalekitClient } from '@/lib/scalekit/client';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withDemo } from '@/tests/setup/demo';
import { testPrincipal } from '@/tests/setup/principal';
import type { Evidence } from './evidence';
import { parsePasted } from './parse-pasted';
import { diagnoseLogin, dryRunSignIn, getLastWorked } from './queries';
import { readRolesFor } from './read-roles';

// What the demo tells of failing sign-ins is found from the address alone.

withTestDatabase();
const emulator = withDemo();

const ask = (text: string) => runQuery(diagnoseLogin.definition, 'production', testPrincipal(), { text });

function customer(label: string) {
  const { store } = emulator.current;
  const organization = store.organizations.findBy('slug', label)[0];
  const organizationId = organization?.id ?? '';
  const failed = store.authLogs
    .all()
    .find((row) => row.organizationId === organizationId && row.status === 'FAILED');
  const connectionId = store.connections.findBy('organizationId', organizationId)[0]?.id ?? '';
  return { organizationId, connectionId, email: failed?.email ?? '' };
}

it.each([
  ['dunmarrow', 'certificate_expired'],
  ['copperfen', 'connection_disabled'],
  ['brindlewood', 'foreign_domain'],
])('finds why %s fails', async (label, cause) => {
  const { organizationId, connectionId, email } = customer(label);
  const { diagnosis, subject } = await ask(email);
  expect([diagnosis.verdict, diagnosis.causes[0]?.id]).toEqual(['likely', cause]);
  expect(subject).toMatchObject({ organization: { id: organizationId }, connection: { id: connectionId } });
});

it('shows a connection’s last good sign-in and the first failure after it', async () => {
  const { organizationId, connectionId } = customer('dunmarrow');
  const place = { organizationId, connectionId };
  const strip = await runQuery(getLastWorked.definition, 'production', testPrincipal(), place);
  expect(strip.firstFailure).not.toBeNull();
  expect(strip.firstFailure?.organizationId).toBe(organizationId);
  expect(strip).toMatchObject({ changes: [], changesAfter: [] });
  expect(strip.from).toMatch(/no copy of the login log here yet/);
});

it('plays a sign-in through, and says where it would stop', async () => {
  const run = (email: string) => runQuery(dryRunSignIn.definition, 'production', testPrincipal(), { email });
  const [works, expired, off, nowhere] = await Promise.all([
    run('newcomer@northwharf.example'),
    run('newcomer@dunmarrow.example'),
    run('newcomer@copperfen.example'),
    run('somebody@nowhere-at-all.example'),
  ]);
  expect(works.steps.map(({ subject, state }) => [subject, state])).toContainEqual(['Domain', 'yes']);
  expect(works.organization?.name).toMatch(/Northwharf/i);
  expect(expired.steps.find(({ subject }) => subject === 'Certificate')?.state).toBe('no');
  expect(off.outcome).toMatch(/stop at: connection\. None is enabled\. What is left .*Google/);
  expect(off.steps[0]).toMatchObject({ subject: 'Method', words: expect.stringContaining('mailed code') });
  expect(nowhere.outcome).toMatch(/stop at: domain/);
});

it('plays the roles of mapped groups, and names what it cannot read', async () => {
  const { store } = emulator.current;
  const mapped = store.directories
    .all()
    .flatMap(({ roleAssignments, ...one }) => roleAssignments.map((role) => ({ ...role, ...one })))
    .flatMap(({ groupId, ...one }) => {
      const member = store.directoryUsers.get(store.directoryGroups.get(groupId)?.memberIds[0] ?? '');
      const user = store.users.get(member?.provisioned?.userId ?? '');
      return user && one.enabled ? [{ ...one, email: user.email }] : [];
    });
  const [one] = mapped;
  const asked = parsePasted(one?.email ?? '');
  const organization = { id: one?.organizationId ?? '', name: '' };
  const evidence = { asked, organization, gaps: [] } as unknown as Evidence;
  const context = { scalekit: scalekitClient('production') };
  const { groupRoles, possibleRoles } = await readRolesFor(evidence, context);
  expect([...(groupRoles ?? []).map(({ role }) => role), ...possibleRoles]).toContain(one?.roleName);

  emulator.current.faults.add({ operation: 'directories.listDirectories', status: 403 });
  expect(await readRolesFor(evidence, context)).toMatchObject({ directories: null, groupRoles: null });
  expect(evidence.gaps).toEqual([expect.stringMatching(/The directories could not be read: .*request/)]);
  emulator.current.faults.clear();
  emulator.current.faults.add({ operation: 'directories.listDirectories', status: 404 });
  expect(await readRolesFor({ ...evidence, gaps: [] }, context)).toMatchObject({ directories: [] });
  emulator.current.faults.clear();
});

it('shows a limited person nothing of other customers', async () => {
  const { email } = customer('dunmarrow');
  const limited = testPrincipal({ customers: new Set(['org_1']) });
  const answer = await runQuery(diagnoseLogin.definition, 'production', limited, { text: email });
  expect(answer).toMatchObject({ attempts: [], subject: { organization: null, userId: null } });
  emulator.current.journal.clear();
  const request = { text: 'areq_123456 access_denied' };
  await runQuery(diagnoseLogin.definition, 'production', limited, request);
  expect(emulator.current.journal.list('events.listEventsPaginated')).toEqual([]);
  expect(answer.gaps).toContain('You are limited to some customers: of others nothing was looked at.');
});

it('goes on where a read fails, and names the gap with its request id', async () => {
  const { email } = customer('dunmarrow');
  emulator.current.faults.add({ operation: 'domains.listDomains', status: 500 });
  const { diagnosis, gaps } = await ask(email);
  emulator.current.faults.clear();
  expect(diagnosis.causes[0]?.id).toBe('certificate_expired');
  expect(gaps.join(' ')).toMatch(/The domains could not be read: .*request/);
});

it('says beside the field what may be pasted', async () => {
  const error = await ask('two words').catch((cause) => cause);
  expect(error).toMatchObject({
    code: 'invalid',
    fieldErrors: { text: expect.stringContaining('no e-mail') },
  });
});
