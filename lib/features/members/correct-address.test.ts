import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { maskAddress } from '@/lib/mask-address';
import { scalekitClient } from '@/lib/scalekit/client';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { cancelWrongInvitation, inviteMember } from './actions';
import { listMembers } from './queries';

withTestDatabase();
const emulator = withEmulator();

const newEmail = () => `ada.${randomUUID()}@heronsgate.example`;

async function wronglyInvited() {
  const organizationId = await newOrganization();
  const wrong = newEmail();
  const invitation = {
    organizationId,
    email: wrong,
    givenName: 'Ada',
    familyName: 'Fenwick',
    roles: ['admin'],
  };
  const { userId } = await write(inviteMember, invitation);
  return { organizationId, userId, wrong };
}

async function input() {
  const { organizationId, userId } = await wronglyInvited();
  return { organizationId, userId, email: newEmail() };
}

const emailsOf = async (organizationId: string) => {
  const page = await runQuery(listMembers.definition, 'production', testPrincipal(), { organizationId });
  return page.rows.map(({ email }) => email);
};
const deletions = () => emulator.current.journal.list('users.deleteMembership');

describe('cancelWrongInvitation', () => {
  it('cancels, hands over name and roles, and logs what is needed to go on by hand', async () => {
    const somebody = testPrincipal();
    const right = await input();
    expect(await write(cancelWrongInvitation, right, somebody)).toEqual({
      isOpen: true,
      givenName: 'Ada',
      familyName: 'Fenwick',
      roles: ['admin'],
    });
    expect(await emailsOf(right.organizationId)).toEqual([]);
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', targetId: right.userId, details: { rightEmail: maskAddress(right.email) } },
      { kind: 'outcome', outcome: 'ok', details: { cancelled: true, roles: ['admin'] } },
    ]);
  });

  it('finds nothing to cancel the second time, and says so without a second call', async () => {
    const right = await input();
    await write(cancelWrongInvitation, right);
    emulator.current.journal.clear();
    expect(await write(cancelWrongInvitation, right)).toMatchObject({ isOpen: false, roles: null });
    expect(deletions()).toEqual([]);
  });

  it('touches nobody who has accepted', async () => {
    const organizationId = await newOrganization();
    const created = await scalekitClient('production').users.createUserAndMembership({
      organizationId,
      user: { email: newEmail() },
      sendInvitationEmail: false,
    });
    const userId = created.user?.id ?? '';
    const error = await failureOf(
      write(cancelWrongInvitation, { organizationId, userId, email: newEmail() }),
    );
    expect(error).toMatchObject({ code: 'conflict' });
    expect(error.message).toMatch(/accepted meanwhile/);
    expect(await emailsOf(organizationId)).toHaveLength(1);
  });

  it.each([
    ['what is no address', async () => 'ada at heronsgate', /not an e-mail/],
    ['the wrong address itself', async (one: { wrong: string }) => one.wrong.toUpperCase(), /went to/],
    [
      'the address of a member',
      async ({ organizationId }: { organizationId: string }) => {
        const email = newEmail();
        await write(inviteMember, { organizationId, email, givenName: '', familyName: '', roles: [] });
        return email;
      },
      /Nothing was changed/,
    ],
  ])('refuses %s beside the field, before anything is cancelled', async (_name, emailOf, words) => {
    const one = await wronglyInvited();
    const { organizationId, userId } = one;
    const email = await emailOf(one);
    emulator.current.journal.clear();
    const error = await failureOf(write(cancelWrongInvitation, { organizationId, userId, email }));
    expect(error.fieldErrors?.email).toMatch(words);
    expect(deletions()).toEqual([]);
  });

  itFailsInWords({
    action: cancelWrongInvitation,
    emulator,
    operation: 'users.deleteMembership',
    input,
  });
});
