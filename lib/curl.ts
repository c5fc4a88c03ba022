import type { WireRequest } from './wire-request';

/** What stands in the place of a token: a variable of the shell, never a token. */
export const tokenPlaceholder = '$SCALEKIT_ACCESS_TOKEN';

/** The request as a curl command for a POSIX shell, the token masked. */
export function renderCurl(base: string, { verb, path, query, body }: WireRequest): string {
  const lines = [
    `curl --request ${verb} ${quote(`${base}${withQuery(path, query)}`)}`,
    `--header "Authorization: Bearer ${tokenPlaceholder}"`,
  ];
  if (body !== undefined) {
    lines.push("--header 'Content-Type: application/json'");
    lines.push(`--data ${quote(JSON.stringify(body, null, 2))}`);
  }
  return lines.join(' \\\n  ');
}

/** The path with its query string. */
export function withQuery(path: string, query: WireRequest['query']): string {
  return query.length === 0 ? path : `${path}?${new URLSearchParams(query)}`;
}

// In single quotes a shell changes nothing; a quote itself has to leave them.
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
