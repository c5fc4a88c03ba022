/**
 * What the steps are judged by. A part is null where it could not be read: of that nothing is claimed.
 * Times are ISO 8601.
 */
export type LiveState = {
  /** Features that are switched on. */
  features: string[] | null;
  /** Keydesk's own links; Scalekit lists none. */
  links: { created: number; usable: number; openedAt: string | null } | null;
  domains: { domain: string; state: 'verified' | 'pending' | 'failed' }[] | null;
  connections: { id: string; completed: boolean; enabled: boolean }[] | null;
  /** `seen`: the sign-ins that the first members' identities tell of; the rest of the members was not looked at. */
  signIns: { looked: number; total: number; seen: { connectionId: string; at: string | null }[] } | null;
  directories: { id: string; enabled: boolean; users: number }[] | null;
};
