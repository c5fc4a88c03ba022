/** An application that this issuer knows. */
export type OauthClient = {
  clientId: string;
  clientSecret: string;
  /** `environment`: calls the API with client credentials. `web`: signs people in. */
  kind: 'environment' | 'web';
  /** What the sign-in page calls the application; the client id when unset. */
  name?: string;
  /** Compared character by character, as the OAuth security advice has it. */
  redirectUris: string[];
  postLogoutRedirectUris: string[];
};

/** Someone who can sign in. `claims` are added to the ID token as they are. */
export type Person = {
  subject: string;
  email: string;
  emailVerified: boolean;
  name: string;
  claims: Record<string, unknown>;
};

export type OauthOptions = {
  /** The issuer's origin, without a slash at the end. A function: the port may be known late. */
  issuer: () => string;
  /** Milliseconds since the epoch. */
  now: () => number;
  newId: (prefix: string) => string;
  clients: () => OauthClient[];
  people: () => Person[];
};

/** A browser signed in at the issuer. Times are seconds since the epoch, as in ID tokens. */
export type IssuerSession = { id: string; subject: string; authTime: number };

/** What a sign-in grants an application: the content of codes and refresh tokens. */
export type Grant = {
  id: string;
  clientId: string;
  subject: string;
  sessionId: string;
  authTime: number;
  scope: string;
  nonce?: string;
};

export type CodeGrant = Grant & {
  redirectUri: string;
  codeChallenge?: string;
  expiresAt: number;
  used: boolean;
};

export type RefreshGrant = Grant & { used: boolean };
