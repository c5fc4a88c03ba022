import { expect, it } from 'vitest';
import { db } from '@/lib/db';
import { insertLink } from '@/lib/features/portal-links/test-rows';
import { withTestDatabase } from '@/tests/setup/database';
import { forgetOrganization } from './forget-organization';

withTestDatabase();

const recipient = { recipientName: 'Jo Reed', recipientEmail: 'jo@acme.example' };
const read = (id: string) => db().portalLink.findUniqueOrThrow({ where: { id } });

it('closes the portal links of a deleted organization and strikes out whom they were for', async () => {
  const revokedAt = new Date('2026-03-01T10:00:00Z');
  const [open, closed, other] = await Promise.all([
    insertLink({ ...recipient, organizationId: 'org_gone' }),
    insertLink({ ...recipient, organizationId: 'org_gone', revokedAt }),
    insertLink({ ...recipient, organizationId: 'org_stays' }),
  ]);
  await forgetOrganization('production', 'org_gone');
  const forgotten = { recipientName: null, recipientEmail: null };
  expect(await read(open.id)).toMatchObject({ ...forgotten, revokedAt: expect.any(Date) });
  expect(await read(closed.id)).toMatchObject({ ...forgotten, revokedAt });
  expect(await read(other.id)).toMatchObject({ ...recipient, revokedAt: null });
});
