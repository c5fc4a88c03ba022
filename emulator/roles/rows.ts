import type { Row } from '../rows';

/** A role of the environment, or of one organization where `organizationId` is set. */
export type RoleRow = Row & {
  name: string;
  displayName: string;
  description: string;
  organizationId?: string;
  /** The name of the role whose permissions it has as well. */
  extends?: string;
  /** Names of the permissions given directly. */
  permissions: string[];
  defaultCreator: boolean;
  defaultMember: boolean;
};

export type PermissionRow = Row & {
  updatedAt: number;
  name: string;
  description: string;
  /** Scalekit's own: every environment has it and nobody changes it. */
  predefined?: boolean;
};
