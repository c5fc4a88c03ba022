import { z } from 'zod';
import { roles } from '@/lib/auth/permissions';
import { pageToken } from '@/lib/page';
import { organizationId } from '@/lib/scalekit-ids';

export const staffPageSize = 50;
/** As many customers as one limited person can be assigned in an environment: each is looked up when it is shown. */
export const mostCustomers = 100;

/** `sign_in`: the row sets none, so each sign-in works it out. */
export const ownRoles = [...roles, 'sign_in'] as const;
export type OwnRole = (typeof ownRoles)[number];

/** What a row can set: every role, in order. */
export const staffRoles = roles;

export const ownRoleLabels: Record<OwnRole, string> = {
  viewer: 'Viewer',
  support: 'Support',
  lead: 'Lead',
  admin: 'Admin',
  sign_in: 'What the sign-in says',
};

export const ownRoleHints: Record<OwnRole, string> = {
  viewer: 'Reads everything but the staff log, changes nothing.',
  support: 'Everyday work: members, keys, portal links, connections.',
  lead: 'Deletes too, and changes what all customers share.',
  admin: 'Everything, and this page.',
  sign_in: 'The issuer’s claim, else the bootstrap list. Their sessions end, and the next sign-in decides.',
};

const staffId = z.uuid('This is not somebody of the staff.');
/** One’s own address, typed to confirm a change that hits oneself. */
const confirmOwn = z.string().trim().toLowerCase().max(320);

export const listStaffInput = z.object({
  /** Part of a name or of an address. */
  text: z.string().trim().max(100).default('').catch(''),
  pageToken,
});
export const staffInput = z.object({ staffId });
export const staffSessionInput = z.object({ staffId, sessionId: z.uuid('This is not a session.') });
export const findAssignableInput = z.object({ text: z.string().trim().max(255) });

/** `was`: the role that the person who changes it saw. */
export const changeRoleInput = z.object({
  staffId,
  role: z.enum(ownRoles, 'Choose a role.'),
  was: z.enum(ownRoles),
  confirmOwn,
});

const reach = z.enum(['all', 'chosen'], 'Choose all customers or some.');
const organizationIds = z
  .array(organizationId)
  .max(mostCustomers, `At most ${mostCustomers} customers can be assigned to one person.`);

/** Somebody who has not signed in yet. `reach` says whether the list counts. */
export const addStaffInput = z.object({
  email: z.email('This is not an e-mail address.').trim().toLowerCase().max(320),
  name: z.string().trim().max(200, 'A name has at most 200 characters.'),
  role: z.enum(roles, 'Choose a role.'),
  reach,
  organizationIds,
});

/** `reach` says whether the list counts. `was`: what the person who changes it saw; null for all customers. */
export const assignCustomersInput = z.object({
  staffId,
  reach,
  organizationIds,
  was: z.array(organizationId).nullable(),
  confirmOwn,
});

/** Where a role comes from. `unknown`: the last sign-in was before Keydesk noted it. */
export type RoleOrigin = 'row' | 'claim' | 'bootstrap' | 'unknown';

/** Somebody of the staff. Times are ISO 8601. */
export type StaffRow = {
  id: string;
  name: string;
  email: string;
  role: string;
  ownRole: OwnRole;
  origin: RoleOrigin;
  /** How many customers of this environment; null for all. */
  customers: number | null;
  isActive: boolean;
  /** Made ready here; nobody has signed in as them yet. */
  isAwaited: boolean;
  deactivatedAt: string | null;
  lastSeenAt: string | null;
  /** Sessions that can still be used. */
  sessions: number;
  isYou: boolean;
};

/** A session that can still be used. */
export type StaffSessionRow = {
  id: string;
  device: string;
  ip: string | null;
  startedAt: string;
  lastSeenAt: string;
  endsAt: string;
  isThisOne: boolean;
};

/** Somebody with everything that there is about them. `organizationIds` null for all customers. */
export type StaffDetail = StaffRow & {
  createdAt: string;
  lastSignInAt: string | null;
  organizationIds: string[] | null;
  /** Further environments in which a limited person has customers. */
  elsewhere: { environment: string; customers: number }[];
  sessionRows: StaffSessionRow[];
};

/** A customer as the list of assigned ones names it; `name` null where it could not be read. */
export type AssignedCustomer = { id: string; name: string | null };
