/**
 * The name carries the port: browsers share cookies between the ports of one host,
 * and two emulators and the console usually run on the same one.
 */
function cookieName(issuer: string): string {
  const { port, protocol } = new URL(issuer);
  return `emulator_issuer_${port || (protocol === 'https:' ? '443' : '80')}`;
}

/** The value of this issuer's session cookie, if the browser sent one. */
export function readIssuerCookie(request: Request, issuer: string): string | undefined {
  const wanted = cookieName(issuer);
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [name, value] = pair.trim().split('=');
    if (name === wanted) return value;
  }
  return undefined;
}

/** A Set-Cookie header; without a value it removes the cookie. */
export function issuerCookie(issuer: string, value?: string): string {
  const lifetime = value ? '' : '; Max-Age=0';
  return `${cookieName(issuer)}=${value ?? ''}; Path=/; HttpOnly; SameSite=Lax${lifetime}`;
}
