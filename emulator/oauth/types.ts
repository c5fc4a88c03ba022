import type { JsonWebKey } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { AuthorizeRequest } from './authorize-request';
import type { Parameters } from './parameters';
import type { Claims } from './tokens';

/** An application that this issuer knows. */
export type OauthClient = {
  clientId: string;
  /** True for a secret that may be used now. */
  acceptsSecret: (secret: string) => boolean;
  /** `environment`: signs end users in. `web`: signs staff in. `machine`: speaks for a customer. */
  kind: 'environment' | 'web' | 'machine';
  /** Whether it gets tokens for Scalekit's API with client credentials. */
  callsApi: boolean;
  /** It can keep no secret and proves itself by PKCE alone. */
  isPublic?: boolean;
  enforcesPkce?: boolean;
  /** What tokens say that a machine gets with client credentials. */
  machine?: MachineTerms;
  /** What the sign-in page calls the application; the client id when unset. */
  name?: string;
  /** Compared character by character, as the OAuth security advice has it. */
  redirectUris: string[];
  /** Takes every address of this machine besides: nothing was registered. */
  allowsLoopback?: boolean;
  postLogoutRedirectUris: string[];
};

export type MachineTerms = {
  organizationId?: string;
  audience: string[];
  scopes: string[];
  customClaims: Record<string, string>;
  tokenSeconds: number;
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
  signingKey?: JsonWebKey;
  /** Milliseconds since the epoch. */
  now: () => number;
  newId: (prefix: string) => string;
  /** The application of that id. */
  findApplication: (clientId: string) => OauthClient | undefined;
  /** The machine of that id: there may be too many to list. */
  findMachine?: (clientId: string) => OauthClient | undefined;
  people: () => Person[];
  /** Who signs in to applications of the kind `environment`; without it nobody can. */
  endUsers?: EndUsers;
  /** Who signs in to clients of the kind `machine`; without it nobody can. */
  agents?: Agents;
};

/** Sign-in to the clients of resources, whose people are not the application's users. */
export type Agents = {
  /** @throws OauthError to be sent back to the client */
  authorize: (authorize: AuthorizeRequest) => Response;
  /** What the tokens of a grant say; null when the person has taken it back. */
  describe: (grant: Grant) => Claims | null;
};

/** The application's own users, as far as the issuer has to know them. */
export type EndUsers = {
  /**
   * Answers a checked authorization request: with a hosted page or, for someone signed in, with a code.
   * @throws OauthError to be sent back to the application
   */
  authorize: (request: Request, authorize: AuthorizeRequest, parameters: Parameters) => Response;
  /** What the tokens of a grant say; null when its session or user is gone. Counts as activity. */
  describe: (grant: Grant) => Claims | null;
  /** What `/userinfo` says of a user; null when there is no such user. */
  userinfo: (subject: string) => JWTPayload | null;
  /** Ends the browser's session or, without its cookie, the one that the ID token came from. */
  logout: (request: Request, idToken: JWTPayload | null) => void;
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
  /** Where an end user works, and the connection that they came through. */
  organizationId?: string;
  connectionId?: string;
};

/** What a code is made for; its id, expiry and use are the issuer's. */
export type NewCode = Omit<CodeGrant, 'id' | 'expiresAt' | 'used'>;

export type CodeGrant = Grant & {
  redirectUri: string;
  codeChallenge?: string;
  expiresAt: number;
  used: boolean;
};

export type RefreshGrant = Grant & { used: boolean };
