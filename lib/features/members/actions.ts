'use server';
import { createContextValues } from '@connectrpc/connect';
import { AppError } from '@/lib/errors';
import { toMap } from '@/lib/key-values';
import { bodyOverride } from '@/lib/scalekit/rest/transport';
import { startBulk } from '@/lib/server/bulk/start-bulk';
import { defineAction } from '@/lib/server/define-action';
import { findInvitation, refuseKnownAddress } from './find-invitation';
import { byName, invitation } from './invitation';
import { readImport, toItems } from './read-import';
import {
  addMemberInput,
  type CancelledInvitation,
  changeRolesInput,
  correctAddressInput,
  importInput,
  memberInput,
  memberMetadataInput,
} from './schema';

/** POST /organizations/{id}/users with an invitation by mail. Somebody with a user record joins with it. */
export const inviteMember = defineAction(invitation);

/** PATCH /invites/…/resend. The old link goes on working unless it had expired. */
export const resendInvitation = defineAction({
  permission: 'member.resend_invitation',
  input: memberInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, userId }, { scalekit }) => {
    await scalekit.users.resendInvite({ organizationId, id: userId });
    return null;
  },
  audit: {
    target: ({ userId }) => ({ type: 'user', id: userId }),
    details: () => ({}),
  },
});

/** POST /memberships/…: somebody with a user record joins at once, without an invitation. */
export const addMember = defineAction({
  permission: 'member.add',
  input: addMemberInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, userId, roles }, { scalekit }) => {
    await scalekit.users.createMembership({
      organizationId,
      identities: { case: 'id', value: userId },
      membership: { roles: byName(roles) },
      sendInvitationEmail: false,
    });
    return null;
  },
  audit: {
    target: ({ userId }) => ({ type: 'user', id: userId }),
    details: ({ roles }) => ({ roles }),
  },
});

/** PATCH /memberships/…: the given roles replace those the member has of their own. */
export const changeMemberRoles = defineAction({
  permission: 'member.change_roles',
  input: changeRolesInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, userId, roles }, { scalekit }) => {
    await scalekit.users.updateMembership({
      organizationId,
      identities: { case: 'id', value: userId },
      membership: { roles: byName(roles) },
    });
    return null;
  },
  audit: {
    target: ({ userId }) => ({ type: 'user', id: userId }),
    details: ({ roles }) => ({ roles }),
  },
});

/** PATCH /memberships/…: the given pairs replace the membership's whole map; the roles stay. */
export const changeMemberMetadata = defineAction({
  permission: 'member.change_metadata',
  input: memberMetadataInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, userId, metadata }, { scalekit }) => {
    const clears = metadata.length === 0;
    await scalekit.users.updateMembership(
      {
        organizationId,
        identities: { case: 'id', value: userId },
        membership: { metadata: toMap(metadata) },
      },
      clears ? { contextValues: createContextValues().set(bodyOverride, { metadata: {} }) } : undefined,
    );
    return null;
  },
  audit: {
    target: ({ userId }) => ({ type: 'user', id: userId }),
    details: ({ metadata }) => ({ metadataKeys: metadata.map((row) => row.key) }),
  },
});

/** DELETE /memberships/…: ends a membership, or an invitation nobody has accepted. The user record stays. */
export const removeMember = defineAction({
  permission: 'member.remove',
  input: memberInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, userId }, { scalekit }) => {
    await scalekit.users.deleteMembership({ organizationId, identities: { case: 'id', value: userId } });
    return null;
  },
  audit: {
    target: ({ userId }) => ({ type: 'user', id: userId }),
    details: () => ({}),
  },
});

/**
 * DELETE /memberships/… of an invitation that went to a wrong address: the first half of inviting the right one.
 * Cancelled first, because a stranger's mailbox holds a link that works; the right one misses nothing but minutes.
 * All that can be known before is checked before, so that half-done states are rare. An invitation that is gone
 * already is no failure: going on after a lost answer must not stop here.
 */
export const cancelWrongInvitation = defineAction({
  permission: 'member.correct_address',
  input: correctAddressInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, userId, email }, { scalekit }): Promise<CancelledInvitation> => {
    const [invitation] = await Promise.all([
      findInvitation(scalekit, { organizationId, userId }, email),
      refuseKnownAddress(scalekit, organizationId, email),
    ]);
    if (invitation.isOpen)
      await scalekit.users.deleteMembership({ organizationId, identities: { case: 'id', value: userId } });
    return invitation;
  },
  audit: {
    target: ({ userId }) => ({ type: 'user', id: userId }),
    details: ({ email }) => ({ rightEmail: email }),
    // What is needed to go on by hand, should the second half never come.
    result: ({ isOpen, roles }) => ({ details: { cancelled: isOpen, ...(roles && { roles }) } }),
  },
  // The second half follows; the list behind it is read again after that.
  refresh: false,
});

/** Starts a job that invites everybody whose line in the file is good. Lines that are not stand in its report. */
export const inviteFromFile = defineAction({
  permission: 'member.invite',
  input: importInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, file }, { environment, principal, scalekit }) => {
    const { judged } = await readImport(organizationId, file, scalekit);
    const good = judged.filter(({ problem }) => problem === null).length;
    if (good === 0) {
      const fieldErrors = { file: 'No line of this file can be sent.' };
      throw new AppError('invalid', 'No line of this file can be sent.', { fieldErrors });
    }
    const items = toItems(organizationId, judged);
    const jobId = await startBulk({ environment, principal, organizationId, kind: 'member.invite', items });
    return { jobId, good, bad: judged.length - good };
  },
  audit: {
    target: () => ({ type: 'job' }),
    details: () => ({}),
    result: ({ jobId, good, bad }) => ({ target: { type: 'job', id: jobId }, details: { good, bad } }),
  },
  refresh: false,
});
