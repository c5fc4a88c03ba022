/**
 * Everything that a customer's administrator may do on their own page, and nothing else: 12 entries at most.
 * The names are those of the staff's permissions for the same act, so that the staff log reads alike. Giving one of these
 * to a customer is a line here; `tests/architecture.test.ts` checks that each is used, and that no other is.
 */
export const customerPermissions = {
  'onboarding.read': 'read',
  'domain.read': 'read',
  'member.read': 'read',
  'api_key.read': 'read',
  'portal_link.open': 'write',
  'domain.verify': 'write',
  'member.invite': 'write',
  'member.resend_invitation': 'write',
  'member.remove': 'write',
  'api_key.create': 'write',
  'api_key.revoke': 'write',
} as const satisfies Record<string, 'read' | 'write'>;

export type CustomerPermission = keyof typeof customerPermissions;

type Of<Kind extends 'read' | 'write'> = {
  [Name in CustomerPermission]: (typeof customerPermissions)[Name] extends Kind ? Name : never;
}[CustomerPermission];

export type CustomerRead = Of<'read'>;
export type CustomerWrite = Of<'write'>;

/** What the list holds, asked at run time too: a type is not a lock. */
export function customerMay(permission: string, kind: 'read' | 'write'): boolean {
  return Object.entries(customerPermissions).some(([name, is]) => name === permission && is === kind);
}
