import type { JsonObject } from '@bufbuild/protobuf';
import type { directoriesPb } from '@/lib/scalekit/services';
import type { Row } from '../rows';

export type DirectoryType = keyof typeof directoriesPb.DirectoryType;
export type DirectoryProvider = keyof typeof directoriesPb.DirectoryProvider;

/** Where a customer's users and groups come from. */
export type DirectoryRow = Row & {
  updatedAt: number;
  organizationId: string;
  name: string;
  type: DirectoryType;
  provider: DirectoryProvider;
  enabled: boolean;
  status: 'DRAFT' | 'IN_PROGRESS' | 'COMPLETED';
  lastSyncedAt?: number;
  /** Whose access a polled directory is read with. */
  email?: string;
  /** The groups that count; absent: all. A group is named by its external id or, without one, by its name. */
  trackedGroups?: string[];
  /** Which role the members of a group get. */
  roleAssignments: { groupId: string; roleName: string }[];
  /** From a SCIM attribute to the name of a custom attribute. */
  attributeMappings: { key: string; mapTo: string }[];
};

/** A bearer secret of a directory. The value itself is not kept. */
export type DirectorySecretRow = Row & {
  directoryId: string;
  /** SHA-256 of the value, hexadecimal. */
  secretHash: string;
  /** The last four characters of the value. */
  suffix: string;
  status: 'ACTIVE' | 'INACTIVE';
  expiresAt: number;
  lastUsedAt?: number;
};

/** Someone whom a directory knows. */
export type DirectoryUserRow = Row & {
  updatedAt: number;
  directoryId: string;
  /** What the directory sent, as a SCIM resource without the parts that a server decides. */
  attributes: JsonObject;
  /** The user that was provisioned for them, and the roles that the directory gave; absent while there is none. */
  provisioned?: { userId: string; roles: string[] };
};

export type DirectoryGroupRow = Row & {
  updatedAt: number;
  directoryId: string;
  /** As `attributes` of a user, without the members. */
  attributes: JsonObject;
  memberIds: string[];
};
