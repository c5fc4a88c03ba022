// In this page's memory alone, between two pages of one visit: a token belongs into no address and no storage.
let handed: string | null = null;

/** Gives a token to the inspector, which takes it as soon as it is on the screen. */
export function handToken(token: string): void {
  handed = token;
}

/** The token that was given, once. */
export function takeHandedToken(): string | null {
  const token = handed;
  handed = null;
  return token;
}
