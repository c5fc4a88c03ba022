/**
 * True when a request comes from this machine and from no other page: a page of another origin, or one whose
 * name was rebound to this address, must neither steer the emulator nor read its mail.
 */
export function isLocalRequest(request: Request): boolean {
  const { host } = new URL(request.url);
  const asked = request.headers.get('host') ?? host;
  const hostname = asked.replace(/:\d+$/, '');
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) return false;
  const origin = request.headers.get('origin');
  return !origin || origin === `http://${asked}`;
}
