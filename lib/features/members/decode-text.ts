import 'server-only';

export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1252';

/** Text of a file, whatever wrote it: by its byte order mark, else UTF-8, else what older Excel writes. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const [first, second] = bytes;
  // The decoder drops the mark itself.
  if (first === 0xff && second === 0xfe) return decode('utf-16le', bytes, 'UTF-16');
  if (first === 0xfe && second === 0xff) return decode('utf-16be', bytes, 'UTF-16');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return decode('windows-1252', bytes, 'Windows-1252');
  }
}

function decode(label: string, bytes: Uint8Array, encoding: Encoding) {
  return { text: new TextDecoder(label).decode(bytes), encoding };
}
