import 'server-only';

/** Larger than any event; nothing beyond it is read. */
export const longestBody = 1_048_576;
const readWithinMs = 10_000;

/**
 * The body as it came, as long as it is no larger than `longestBody`.
 * @returns null when it is larger; it is not read to its end then
 * @throws whatever ends the connection, a slow sender too
 */
export async function readBody(request: Request): Promise<Buffer | null> {
  if (Number(request.headers.get('content-length') ?? 0) > longestBody) return null;
  const reader = request.body?.getReader();
  if (!reader) return Buffer.alloc(0);
  const parts: Uint8Array[] = [];
  let length = 0;
  const timer = setTimeout(() => void reader.cancel().catch(() => {}), readWithinMs);
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.byteLength;
      if (length > longestBody) {
        void reader.cancel().catch(() => {});
        return null;
      }
      parts.push(part.value);
    }
  } finally {
    clearTimeout(timer);
  }
  return Buffer.concat(parts);
}
