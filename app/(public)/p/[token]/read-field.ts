const mostBytes = 2_000;

/** One field of a plain form. Empty when it is not there, or the body is no form or longer than one: anybody may post. */
export async function readField(request: Request, name: string): Promise<string> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded') || !request.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.length;
    if (size > mostBytes) return '';
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8')).get(name) ?? '';
}
