import type { CodeGrant, IssuerSession, RefreshGrant } from './types';

/**
 * Everything the issuer remembers, keyed by the random value that the browser or application holds; refresh tokens, which
 * live long and stand in the snapshot, by its hash.
 */
export type OauthState = {
  sessions: Map<string, IssuerSession>;
  codes: Map<string, CodeGrant>;
  refreshTokens: Map<string, RefreshGrant>;
  /** Token ids grow: API tokens whose id is not larger count as expired. */
  clientTokensAfter: string;
};

/** Plain JSON of the state; codes are left out, they live ten minutes. */
export type StateSnapshot = { sessions: [string, IssuerSession][]; refreshTokens: [string, RefreshGrant][] };

export function createState(): OauthState {
  return { sessions: new Map(), codes: new Map(), refreshTokens: new Map(), clientTokensAfter: '' };
}

export function snapshotState(state: OauthState): StateSnapshot {
  return { sessions: [...state.sessions], refreshTokens: [...state.refreshTokens] };
}

export function restoreState(state: OauthState, data: StateSnapshot): void {
  state.codes.clear();
  state.sessions = new Map(data.sessions);
  state.refreshTokens = new Map(data.refreshTokens);
}

/** Ends what one sign-in granted: a replayed code or refresh token means that someone else holds it too. */
export function revokeGrant(state: OauthState, grantId: string): void {
  for (const [token, grant] of state.refreshTokens) {
    if (grant.id === grantId) state.refreshTokens.delete(token);
  }
}

/** Ends an issuer session and the refresh tokens that hang on it. */
export function endIssuerSession(state: OauthState, sessionId: string): void {
  for (const [cookie, session] of state.sessions) {
    if (session.id === sessionId) state.sessions.delete(cookie);
  }
  for (const [token, grant] of state.refreshTokens) {
    if (grant.sessionId === sessionId) state.refreshTokens.delete(token);
  }
}
