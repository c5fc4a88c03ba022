/** An error in OAuth's own shape: `{ error, error_description }`. */
export class OauthError extends Error {
  constructor(
    readonly code: string,
    readonly description: string,
    readonly status = 400,
  ) {
    super(`${code}: ${description}`);
  }
}

/** The JSON answer of an endpoint that applications call. */
export function errorResponse(error: OauthError): Response {
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (error.status === 401) headers.set('www-authenticate', `Basic realm="oauth", error="${error.code}"`);
  const body = { error: error.code, error_description: error.description };
  return Response.json(body, { status: error.status, headers });
}
