import 'server-only';

/** What is kept of an environment as a whole, which belongs to no organization. */
export const environmentParts = ['role', 'provider', 'app_connection'] as const;
export type EnvironmentPart = (typeof environmentParts)[number];

/** Stands for the organization of what belongs to none. */
export const environmentWide = '';

/** What is kept of an organization. The names are those that permissions and the staff log use. */
export const organizationParts = [
  'organization',
  'connection',
  'domain',
  'directory',
  'organization_role',
  'api_client',
  'api_key',
  'connected_account',
  'invitation',
] as const;
export type OrganizationPart = (typeof organizationParts)[number];
export type SnapshotPart = OrganizationPart | EnvironmentPart;

export function isEnvironmentPart(part: SnapshotPart): part is EnvironmentPart {
  return (environmentParts as readonly string[]).includes(part);
}

/** The value of a field. A group of values stands for something with parts of its own, such as a certificate. */
export type FieldValue = string | boolean | string[] | Record<string, string | boolean | null> | null;

/** Field to value. `certificates/<fingerprint>` is one of several: the word before the stroke names the field. */
export type Fields = Record<string, FieldValue>;

/** What stops working at `expiresAt` (ISO 8601). */
export type ObservedExpiry = { kind: string; id: string; name: string; expiresAt: string };

/** One thing as it was read, stripped to its part's allow-list. */
export type ObservedObject = {
  id: string;
  name: string;
  fields: Fields;
  /** Only some of the fields are known: a list says less than the thing itself. */
  partial?: boolean;
  expiries?: ObservedExpiry[];
};

/** What one answer says of an organization's things of one kind, or of the environment's own. */
export type Observation = {
  organizationId: string;
  part: SnapshotPart;
  objects: ObservedObject[];
  /** True when there are no others: what is missing is gone. */
  complete: boolean;
  /** Ids of things that are known to be gone. */
  gone?: string[];
};
