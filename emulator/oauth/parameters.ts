import { OauthError } from './oauth-error';

export type Parameters = Record<string, string | undefined>;

/**
 * Reads query or form parameters; empty ones count as absent.
 * @throws OauthError invalid_request for a repeated parameter, as RFC 6749 section 3.1 asks
 */
export function readParameters(source: URLSearchParams): Parameters {
  const parameters: Parameters = {};
  for (const [name, value] of source) {
    if (parameters[name] !== undefined) {
      throw new OauthError('invalid_request', `The parameter ${name} is repeated.`);
    }
    if (value !== '') parameters[name] = value;
  }
  return parameters;
}

/**
 * Reads an urlencoded body.
 * @throws OauthError invalid_request for another content type
 */
export async function readForm(request: Request): Promise<Parameters> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) {
    throw new OauthError('invalid_request', 'The body must be application/x-www-form-urlencoded.');
  }
  return readParameters(new URLSearchParams(await request.text()));
}
