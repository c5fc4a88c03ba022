import { z } from 'zod';
import { directoryId, organizationId } from '@/lib/scalekit-ids';

/** Groups and people that are read at most: each thirty are one more call. */
export const mostGroupsRead = 300;
export const mostUsersRead = 600;

export const traceGroupInput = z
  .object({
    organizationId,
    directoryId,
    /** A name, an external id or an id; empty for all groups of the person. */
    group: z.string().trim().max(256, 'A group has at most 256 characters.').default(''),
    /** An e-mail or user name; empty when it is about the group alone. */
    person: z.string().trim().max(254, 'An e-mail has at most 254 characters.').default(''),
  })
  .refine(({ group, person }) => group !== '' || person !== '', {
    message: 'Give a group, a person, or both.',
    path: ['group'],
  });

/** A group of the identity provider as the directory holds it. */
export type TracedGroup = {
  id: string;
  name: string;
  externalId: string | null;
  /** Direct members: the only ones that are pushed. */
  users: number;
  updatedAt: string | null;
  isTracked: boolean;
  /** By the names that the API takes. */
  roleNames: string[];
};

/** Somebody whom the directory knows. */
export type TracedPerson = {
  id: string;
  email: string;
  /** Null where the directory does not say. */
  isActive: boolean | null;
  /** Those that Scalekit tells of: it leaves out what is not tracked. */
  groups: TracedGroup[];
};

/** What Scalekit tells of why a group, or a person's place in it, does not arrive. Times are ISO 8601. */
export type GroupTrace = {
  directory: {
    enabled: boolean;
    /** Null where Scalekit says something else. */
    tracking: 'all' | 'selected' | null;
    lastSyncedAt: string | null;
  };
  /** Groups that were looked through; `isWhole` false when there are more. */
  read: { groups: number; isWhole: boolean };
  /** Null when no group was asked for, or none is this one. */
  group: TracedGroup | null;
  /** Names that hold what was asked for, five at most. */
  similar: string[];
  /** Null when nobody was asked for. `found` null: not among those read. */
  person: {
    found: TracedPerson | null;
    read: number;
    isWhole: boolean;
    /** Whether they are in the group; null where none was found, or its list was too long to tell. */
    isInside: boolean | null;
    /** Of the organization; null when they are no member. */
    member: { userId: string; roleNames: string[] } | null;
  } | null;
};
