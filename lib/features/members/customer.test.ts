import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { maskAddress } from '@/lib/mask-address';
import { scalekitClient } from '@/lib/scalekit/client';
import {
  customerLog,
  customerRead,
  customerWrite,
  itFailsInPlainWords,
  testVisit,
} from '@/tests/setup/customer';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { failureOf } from '@/tests/setup/write';
import { inviteOwnMember, removeOwnMember, resendOwnInvitation } from './customer-actions';
import { listOwnMembers, listOwnRoles } from './customer-queries';

withTestDatabase();
const emulator = withEmulator();

const newEmail = () => `${randomUUID().slice(0, 8)}@heronsgate.example`;
const invitation = (part: object = {}) => ({
  ...{ email: newEmail(), givenName: 'Ida', familyName: '', role: '' },
  ...part,
});

async function addMember(organizationId: string, { active = true, email = newEmail() } = {}) {
  const { user } = await scalekitClient('production').users.createUserAndMembership({
    ...{ organizationId, sendInvitationEmail: !active },
    user: { email },
  });
  return user?.id ?? '';
}

async function organizationOf(...people: { active?: boolean; email?: string }[]) {
  const organizationId = await newOrganization();
  const userIds: string[] = [];
  for (const person of people) userIds.push(await addMember(organizationId, person));
  return { organizationId, userIds, visit: testVisit(organizationId) };
}

const writes = () => emulator.current.journal.list().filter(({ verb }) => verb !== 'GET');
const emails = async (organizationId: string) => {
  const list = await customerRead(listOwnMembers, {}, testVisit(organizationId));
  return list.rows.map(({ email }) => email);
};

describe('inviting', () => {
  it('invites with a role of the organization, and is written down as the customer', async () => {
    const { organizationId, visit } = await organizationOf();
    const [role] = await customerRead(listOwnRoles, {}, visit);
    const input = invitation({ role: role?.name });
    const { userId } = await customerWrite(inviteOwnMember, input, visit);
    const { rows } = await customerRead(listOwnMembers, {}, visit);
    expect(rows).toMatchObject([
      { userId, email: input.email, status: 'pending_invite', roles: [role?.displayName], isSelf: false },
    ]);
    expect(Object.keys(rows[0] ?? {})).not.toContain('metadata');
    expect(await customerLog(visit)).toMatchObject([
      {
        ...{ kind: 'intent', action: 'member.invite', organizationId, actorId: visit.visitId },
        details: { email: maskAddress(input.email), roles: [role?.name] },
      },
      { kind: 'outcome', outcome: 'ok', targetId: userId },
    ]);
  });

  it.each([
    ['no address', { email: 'ida' }, 'email'],
    ['a name of 256 characters', { givenName: 'x'.repeat(256) }, 'givenName'],
    ['a role that nobody knows', { role: 'owner_of_everything' }, 'role'],
  ])('refuses %s beside the field', async (_what, part, field) => {
    const { visit } = await organizationOf();
    emulator.current.journal.clear();
    const error = await failureOf(customerWrite(inviteOwnMember, invitation(part), visit));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
    expect(await customerLog(visit)).toEqual([]);
    expect(writes()).toEqual([]);
  });

  it('says beside the address that it is taken', async () => {
    const { visit } = await organizationOf({ email: 'ida@taken.example' });
    const input = invitation({ email: 'ida@taken.example' });
    const error = await failureOf(customerWrite(inviteOwnMember, input, visit));
    expect(error.fieldErrors?.email).toMatch(/among the members already/);
  });

  it('ignores an organization that the form names', async () => {
    const { organizationId: other } = await organizationOf();
    const { organizationId, visit } = await organizationOf();
    const input = { ...invitation(), organizationId: other, environment: 'development' };
    await customerWrite(inviteOwnMember, input, visit);
    expect(await emails(other)).toEqual([]);
    expect(await emails(organizationId)).toEqual([input.email]);
  });

  itFailsInPlainWords({
    action: inviteOwnMember,
    emulator,
    operation: 'users.createUserAndMembership',
    input: async () => ({ organizationId: await newOrganization(), input: invitation() }),
  });
});

describe('resending', () => {
  const invited = async () => {
    const { organizationId, userIds } = await organizationOf({ active: false });
    return { organizationId, input: { userId: userIds[0] ?? '' } };
  };

  it('mails an open invitation again', async () => {
    const { organizationId, input } = await invited();
    emulator.current.journal.clear();
    await customerWrite(resendOwnInvitation, input, testVisit(organizationId));
    expect(emulator.current.journal.list('users.resendInvite')).toHaveLength(1);
  });

  it('sends nothing to somebody who has joined', async () => {
    const { userIds, visit } = await organizationOf({});
    const error = await failureOf(customerWrite(resendOwnInvitation, { userId: userIds[0] ?? '' }, visit));
    expect(error.code).toBe('conflict');
  });

  itFailsInPlainWords({
    action: resendOwnInvitation,
    emulator,
    operation: 'users.resendInvite',
    input: invited,
  });
});

describe('removing', () => {
  it('takes a member out, and an invitation back', async () => {
    const { organizationId, userIds, visit } = await organizationOf({}, {}, { active: false });
    await customerWrite(removeOwnMember, { userId: userIds[0] ?? '' }, visit);
    await customerWrite(removeOwnMember, { userId: userIds[2] ?? '' }, visit);
    expect(await emails(organizationId)).toHaveLength(1);
  });

  it.each([
    ['oneself', { email: 'Jo@Self.example' }, /yourself/],
    ['the last active member', {}, /only active member/],
  ])('refuses %s, and writes the refusal down', async (who, person, words) => {
    const company = who === 'oneself' ? [person, {}] : [person, { active: false }];
    const { organizationId, userIds } = await organizationOf(...company);
    const visit = testVisit(organizationId, who === 'oneself' ? { recipientEmail: 'jo@self.example' } : {});
    emulator.current.journal.clear();
    const error = await failureOf(customerWrite(removeOwnMember, { userId: userIds[0] ?? '' }, visit));
    expect(error).toMatchObject({ code: 'forbidden', message: expect.stringMatching(words) });
    expect(await customerLog(visit)).toMatchObject([{ kind: 'denied', action: 'member.remove' }]);
    expect(writes()).toEqual([]);
  });

  itFailsInPlainWords({
    action: removeOwnMember,
    emulator,
    operation: 'users.deleteMembership',
    input: async () => {
      const { organizationId, userIds } = await organizationOf({}, {});
      return { organizationId, input: { userId: userIds[0] ?? '' } };
    },
  });
});

describe("another organization's person", () => {
  it.each([
    ['resent', resendOwnInvitation, false],
    ['removed', removeOwnMember, true],
  ])('cannot be %s: refused before anything is written', async (_how, action, active) => {
    const other = await organizationOf({ active }, {});
    const { visit } = await organizationOf({}, {});
    emulator.current.journal.clear();
    const error = await failureOf(customerWrite(action, { userId: other.userIds[0] ?? '' }, visit));
    const made = await failureOf(customerWrite(action, { userId: 'usr_1234567890123456789' }, visit));
    expect(error.code).toBe('not_found');
    expect(error.message, 'as for somebody who does not exist').toBe(made.message);
    expect(writes()).toEqual([]);
    expect(await emails(other.organizationId)).toHaveLength(2);
  });
});
