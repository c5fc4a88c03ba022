import { beforeEach, expect, it, vi } from 'vitest';
import { db } from '@/lib/db';
import { createTestOrganization } from '@/lib/features/portal-links/test-organization';
import { MailError, sendMail } from '@/lib/mail';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { codeFor, insertLinkFor, mailsTo, TestVisitor } from './test-visitor';

const { request } = vi.hoisted(() => ({ request: { jar: null as unknown } }));
vi.mock('next/headers', () => ({ cookies: async () => request.jar }));
vi.mock('@/lib/mail', async (load) => {
  const real = await load<typeof import('@/lib/mail')>();
  return { ...real, sendMail: vi.fn(real.sendMail) };
});

withTestDatabase();
const emulator = withEmulator({ mail: true });

let browser: TestVisitor;
beforeEach(() => {
  browser = new TestVisitor((jar) => {
    request.jar = jar;
  });
});

let made = 0;
async function verifiedLink(
  changes: Parameters<typeof insertLinkFor>[0] = {},
  disabledAt: Date | null = null,
) {
  const email = `maker${++made}@staff.example`;
  const maker = await db().staff.create({
    data: { email, name: 'Mo Vale', effectiveRole: 'support', disabledAt },
  });
  const organizationId = await createTestOrganization();
  const of = { organizationId, createdById: maker.id, createdByEmail: email };
  const link = await insertLinkFor({ ...of, ...changes });
  await browser.askForCode(link.token);
  await browser.typeCode(link.token, codeFor(emulator.current, link.recipientEmail));
  return { ...link, makerEmail: email };
}

const read = (id: string) => db().portalLink.findUniqueOrThrow({ where: { id } });

it('is mailed to who made the link, once', async () => {
  const link = await verifiedLink();
  for (let round = 0; round < 2; round++) expect((await browser.openPortal(link.token)).status).toBe(303);
  await expect.poll(() => mailsTo(emulator.current, link.makerEmail)).toHaveLength(1);
  const [mail] = mailsTo(emulator.current, link.makerEmail);
  expect(mail?.subject).toBe('The portal link for Acme Corp was opened');
  expect(mail?.text).toContain(`Jo Reed <${link.recipientEmail}>`);
  expect(mail?.text).toContain(
    `http://localhost:9/production/organizations/${link.organizationId}/portal-links?link=${link.id}`,
  );
  expect(mail?.text).not.toContain(link.token);
  expect((await read(link.id)).firstOpenedAt).not.toBeNull();
});

it('is not mailed to who may no longer use the console', async () => {
  const link = await verifiedLink({}, new Date());
  await browser.openPortal(link.token);
  await expect.poll(async () => (await read(link.id)).firstOpenedAt).not.toBeNull();
  expect(mailsTo(emulator.current, link.makerEmail)).toEqual([]);
});

it.each([
  ['fails', () => Promise.reject(new MailError('The mail server took no mail.', false))],
  ['never ends', () => new Promise<void>(() => {})],
])('does not keep the customer when its mail %s', async (_how, send) => {
  const link = await verifiedLink();
  vi.mocked(sendMail).mockImplementationOnce(send);
  expect((await browser.openPortal(link.token)).location).toContain('/magicLink/');
  await expect.poll(async () => (await read(link.id)).firstOpenedAt).not.toBeNull();
});

it('is not noted when Scalekit makes no link', async () => {
  const link = await verifiedLink();
  emulator.current.faults.add({ operation: 'generatePortalLink', status: 503 });
  expect((await browser.openPortal(link.token)).status).toBe(503);
  expect((await read(link.id)).firstOpenedAt).toBeNull();
});

it('of 50 presses at once on the last open exactly one wins, and its maker hears once', async () => {
  const link = await verifiedLink({ openLimit: 10, openCount: 9 });
  const presses = await Promise.all(Array.from({ length: 50 }, () => browser.openPortal(link.token)));
  expect(presses.filter(({ status }) => status === 303)).toHaveLength(1);
  expect(presses.filter(({ status }) => status === 410)).toHaveLength(49);
  const mints = emulator.current.journal.list('generatePortalLink');
  expect(mints.filter(({ path }) => path.includes(link.organizationId))).toHaveLength(1);
  expect(await read(link.id)).toMatchObject({ openCount: 10 });
  await expect.poll(() => mailsTo(emulator.current, link.makerEmail)).toHaveLength(1);
});
