import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { startVisit } from '@/lib/auth/customer-visit';
import { db } from '@/lib/db';
import type { ErrorView, Result } from '@/lib/errors';
import { insertLink } from '@/lib/features/portal-links/test-rows';
import { newOrganization } from './organization';
import { readSources, repoRoot } from './source-files';

// For tests that put a cookie jar in place of `next/headers`.

const minuteMs = 60_000;
/** What the form of a new key sends, good for an hour. */
export const keyInput = () => ({
  ...{ description: 'Nightly import', expiresAt: new Date(Date.now() + 60 * minuteMs).toISOString() },
});
/** A form of its own. The environment is what console forms send, and the customer's do not need. */
export const requestOf = <Input>(input: Input) => ({
  environment: 'production',
  submissionId: randomUUID(),
  input,
});
/** Somebody on the page of an organization of their own, which is switched on. */
export async function visiting(changes: Parameters<typeof insertLink>[0] = {}) {
  const organizationId = await newOrganization();
  await switchOn(organizationId);
  const recipientEmail = `${randomUUID().slice(0, 8)}@customer.example`;
  const link = await insertLink({ organizationId, recipientName: 'Jo Reed', recipientEmail, ...changes });
  await startVisit(link.id);
  return { organizationId, linkId: link.id, recipientEmail };
}

/** Switches the page of an organization on. */
export const switchOn = (organizationId: string) =>
  db().customerPage.create({
    data: {
      ...{ environment: 'production', organizationId },
      ...{ switchedOnById: randomUUID(), switchedOnByEmail: 'lead@staff.example' },
    },
  });

/** The error of an act that must be refused. */
export async function errorOf(call: Promise<Result<unknown>>): Promise<ErrorView> {
  const result = await call;
  return result.ok ? expect.fail('it was let through') : result.error;
}

export type Made = ((...input: never[]) => Promise<unknown>) & { definition: { permission: string } };

/** Every export that a maker made, found in the sources, so that none can be forgotten. */
export async function findMade(maker: string): Promise<[string, Made][]> {
  const files = readSources().filter(
    ({ path, text }) => path.startsWith('lib/features/') && text.includes(`${maker}(`),
  );
  const modules = await Promise.all(
    files
      .filter(({ path }) => !path.endsWith('.test.ts'))
      .map(async ({ path, text }) => ({
        path,
        text,
        exports: (await import(/* @vite-ignore */ `${repoRoot}/${path}`)) as Record<string, unknown>,
      })),
  );
  return modules.flatMap(({ path, text, exports }) =>
    Object.entries(exports)
      .filter(([name]) => text.includes(`export const ${name} = ${maker}(`))
      .map(([name, value]): [string, Made] => [`${path} ${name}`, value as Made]),
  );
}
