'use server';
import { endStaffSessions } from '@/lib/auth/staff-session';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { defineAction } from '@/lib/server/define-action';
import { addPerson } from './add-person';
import { replaceCustomers, requireCustomers } from './assigned-customers';
import { changedMeanwhile, changeStaff, keepAnAdmin, requireOwnAddress } from './change-staff';
import { ownRoleOf } from './rows';
import {
  addStaffInput,
  assignCustomersInput,
  changeRoleInput,
  ownRoleLabels,
  staffInput,
  staffSessionInput,
} from './schema';

/**
 * Makes somebody ready before they sign in: with a role and customers. Their first sign-in with this address, verified
 * by the issuer, is bound to the row by `admitStaff`.
 */
export const addStaff = defineAction({
  permission: 'staff.add',
  input: addStaffInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ reach, organizationIds, ...person }, { environment, principal, scalekit }) => {
    const chosen = reach === 'all' ? null : [...new Set(organizationIds)].sort();
    await requireCustomers(chosen ?? [], scalekit);
    return { staffId: await addPerson(principal, { ...person, environment, chosen }) };
  },
  audit: {
    target: () => ({ type: 'staff' }),
    details: ({ email, role, reach, organizationIds }) => ({
      ...{ email, role },
      customers: reach === 'all' ? 'all' : organizationIds,
    }),
    result: ({ staffId }) => ({ target: { type: 'staff', id: staffId } }),
  },
});

/** Sets a person's role, from their next click on; or leaves it to the sign-in, which ends their sessions. */
export const changeRole = defineAction({
  permission: 'staff.change_role',
  input: changeRoleInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ staffId, role, was, confirmOwn }, { principal }) => {
    if (role === was) {
      const sentence = 'They have this role already. Choose another.';
      throw new AppError('invalid', sentence, { fieldErrors: { role: sentence } });
    }
    requireOwnAddress(principal, staffId, confirmOwn);
    return changeStaff(principal, staffId, async (store, staff) => {
      const now = ownRoleOf(staff);
      if (now !== was) changedMeanwhile(`the role is “${ownRoleLabels[now]}”`);
      if (role !== 'admin') await keepAnAdmin(store, staff);
      // Until the sign-in says more, the least there is.
      const data = role === 'sign_in' ? { role: null, effectiveRole: 'viewer', roleSource: null } : { role };
      await store.staff.update({ where: { id: staffId }, data });
      if (role === 'sign_in') await endStaffSessions(staffId, store);
      return null;
    });
  },
  audit: {
    target: ({ staffId }) => ({ type: 'staff', id: staffId }),
    details: ({ role, was }) => ({ role, was }),
  },
});

/** Limits a person to some customers, of this environment and in every other to those assigned there; or lifts that. */
export const assignCustomers = defineAction({
  permission: 'staff.assign_customers',
  input: assignCustomersInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ staffId, reach, organizationIds, was, confirmOwn }, { environment, principal, scalekit }) => {
    requireOwnAddress(principal, staffId, confirmOwn);
    const chosen = reach === 'all' ? null : [...new Set(organizationIds)].sort();
    await requireCustomers(
      (chosen ?? []).filter((id) => !was?.includes(id)),
      scalekit,
    );
    return changeStaff(principal, staffId, async (store, staff) => {
      await replaceCustomers(store, { staff, environment, chosen, was });
      return null;
    });
  },
  audit: {
    target: ({ staffId }) => ({ type: 'staff', id: staffId }),
    details: ({ reach, organizationIds }) =>
      reach === 'all' ? { customers: 'all' } : { customers: organizationIds },
  },
});

/** Ends one session. Containment: no step-up, and one's own may go too. */
export const revokeStaffSession = defineAction({
  permission: 'staff.revoke_session',
  input: staffSessionInput,
  scope: () => ({ kind: 'environment' }),
  run: async ({ staffId, sessionId }) => {
    const { count } = await db().staffSession.deleteMany({ where: { id: sessionId, staffId } });
    if (count === 0) throw new AppError('not_found', 'This session has ended already. Reload the page.');
    return null;
  },
  audit: {
    target: ({ sessionId }) => ({ type: 'staff_session', id: sessionId }),
    details: ({ staffId }) => ({ staffId }),
  },
});

/** Shuts a person out: their sessions end with it, jobs that they started do no further item. */
export const deactivateStaff = defineAction({
  permission: 'staff.deactivate',
  input: staffInput,
  scope: () => ({ kind: 'environment' }),
  run: ({ staffId }, { principal }) =>
    changeStaff(principal, staffId, async (store, staff) => {
      if (staffId === principal.staffId) {
        throw new AppError('conflict', 'You cannot deactivate yourself. Ask another administrator.');
      }
      if (staff.disabledAt) changedMeanwhile('they are deactivated already');
      await keepAnAdmin(store, staff);
      await store.staff.update({ where: { id: staffId }, data: { disabledAt: new Date() } });
      return { ended: await endStaffSessions(staffId, store) };
    }),
  audit: {
    target: ({ staffId }) => ({ type: 'staff', id: staffId }),
    details: () => ({}),
    result: ({ ended }) => ({ details: { sessionsEnded: ended } }),
  },
});

/** Lets a person in again, with the role and the customers that they had. */
export const reactivateStaff = defineAction({
  permission: 'staff.reactivate',
  input: staffInput,
  scope: () => ({ kind: 'environment' }),
  run: ({ staffId }, { principal }) =>
    changeStaff(principal, staffId, async (store, staff) => {
      if (!staff.disabledAt) changedMeanwhile('they are active already');
      await store.staff.update({ where: { id: staffId }, data: { disabledAt: null } });
      return null;
    }),
  audit: {
    target: ({ staffId }) => ({ type: 'staff', id: staffId }),
    details: () => ({}),
  },
});
