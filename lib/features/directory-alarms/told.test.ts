import { expect, it, vi } from 'vitest';
import { activityListeners } from '@/activity-listeners';
import { POST } from '@/app/api/webhooks/scalekit/[environment]/route';
import { newWebhookSecret, signWebhook } from '@/emulator/webhooks/sign';
import type { Role } from '@/lib/auth/permissions';
import { db } from '@/lib/db';
import { newDirectory, newPusher } from '@/lib/features/directories/test-directory';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { newStaff } from '@/tests/setup/staff';
import { catchUp } from './catch-up';
import { deletionType } from './place';

// From a signed webhook to the alarm and its mail, without the moment that deletions are gathered for.
const afterAnswer: Promise<unknown>[] = [];
vi.mock('next/server', async (original) => ({
  ...(await original<object>()),
  after: (work: () => Promise<unknown>) => void afterAnswer.push(work()),
}));
vi.mock('node:timers/promises', async (original) => ({
  ...(await original<object>()),
  setTimeout: async () => {},
}));

withTestDatabase();
const emulator = withEmulator({ mail: true });
const secret = newWebhookSecret();
process.env.SCALEKIT_PRODUCTION_WEBHOOK_SECRET = secret;

let count = 0;
/** A busy machine takes its time. */
const soon = (check: () => unknown) => vi.waitFor(check, { timeout: 15_000 });

async function sendDeletion(organizationId: string) {
  const id = `evt_${++count}`;
  const at = Math.floor(Date.now() / 1000);
  const person = { id: `dirusr_${count}`, organization_id: organizationId, email: 'ines.heron@rail.example' };
  const body = JSON.stringify({
    ...{ spec_version: '1', id, type: deletionType, object: 'DirectoryUser', environment_id: 'env_1' },
    ...{ occurred_at: new Date().toISOString(), organization_id: organizationId, data: person },
  });
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(at),
    'webhook-signature': signWebhook(secret, id, at, body),
  };
  const address = 'http://localhost/api/webhooks/scalekit/production';
  const answer = await POST(new Request(address, { method: 'POST', body, headers }), {
    params: Promise.resolve({ environment: 'production' }),
  });
  expect(answer.status).toBe(200);
}

const alarmsOf = (organizationId: string) => db().directoryAlarm.findMany({ where: { organizationId } });
const mailsTo = (email: string, organizationId: string) =>
  emulator.current.store.mails
    .all()
    .filter(({ to, subject }) => to.includes(email) && subject.includes(organizationId));
const person = (role: Role) => newStaff({ role });

it('hears of twenty-one signed webhooks', async () => {
  expect(activityListeners.map(({ name }) => name)).toContain('directory alarms');
  const organizationId = await newOrganization();
  for (let sent = 0; sent < 20; sent += 1) await sendDeletion(organizationId);
  await soon(async () => expect(await db().directoryAlarm.count({ where: { organizationId } })).toBe(0));
  await sendDeletion(organizationId);
  await soon(async () => expect(await alarmsOf(organizationId)).toMatchObject([{ deleted: 21 }]));
});

it('asks Scalekit how many users are left', async () => {
  const of = await newDirectory();
  const pusher = await newPusher(of);
  await Promise.all(Array.from({ length: 8 }, (_, index) => pusher.user(`heron${index}`)));
  for (let sent = 0; sent < 3; sent += 1) await sendDeletion(of.organizationId);
  await soon(async () =>
    expect(await alarmsOf(of.organizationId)).toMatchObject([{ deleted: 3, usersBefore: 11 }]),
  );
});

it('is mailed once to leads and admins who may see the customer, without names of its people', async () => {
  const [viewer, lead, admin, limited, theirs, left] = await Promise.all(
    (['viewer', 'lead', 'admin', 'admin', 'lead', 'admin'] as const).map(person),
  );
  const organizationId = await newOrganization();
  const update = (staffId: string, data: object) => db().staff.update({ where: { id: staffId }, data });
  await update(limited?.staffId ?? '', { allCustomers: false });
  await update(theirs?.staffId ?? '', { allCustomers: false });
  await db().staffCustomer.create({
    data: { staffId: theirs?.staffId ?? '', environment: 'production', organizationId },
  });
  await update(left?.staffId ?? '', { disabledAt: new Date() });
  for (let sent = 0; sent < 25; sent += 1) await sendDeletion(organizationId);
  const addresses = [viewer, lead, admin, limited, theirs, left].map((one) => one?.email ?? '');
  const told = () => addresses.map((address) => mailsTo(address, organizationId).length);
  await soon(() => expect(told()).toEqual([0, 1, 1, 0, 1, 0]));
  const [mail] = mailsTo(admin?.email ?? '', organizationId);
  expect(mail?.subject).toMatch(/^2\d users deleted from a directory of org_/);
  expect(mail?.text).toContain('/production');
  expect(JSON.stringify(mail)).not.toMatch(/ines|heron@/i);
  await Promise.all([catchUp('production'), catchUp('production')]);
  expect(told()).toEqual([0, 1, 1, 0, 1, 0]);
});

it('is mailed by the catch-up when the process that raised it did not live to tell', async () => {
  const admin = await person('admin');
  const organizationId = await newOrganization();
  const alarm = { environment: 'production', organizationId, firstAt: new Date(), lastAt: new Date() };
  await db().directoryAlarm.create({ data: { ...alarm, deleted: 34 } });
  await catchUp('production');
  expect(mailsTo(admin.email, organizationId)).toHaveLength(1);
});
