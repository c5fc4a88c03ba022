import { gunzipSync, inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const stored = 0;

/** What a compressed file holds: the parts of a zip (a Playwright trace is one), the content of a gzip; undefined for anything else. */
export function unpackArchive(bytes: Buffer): Buffer[] | undefined {
  if (bytes.length > 18 && bytes[0] === 0x1f && bytes[1] === 0x8b) return [gunzipSync(bytes)];
  const end = bytes.length < 22 ? -1 : bytes.lastIndexOf(uint32(endOfDirectory));
  if (end < 0 || bytes.readUInt32LE(0) !== 0x04034b50) return undefined;
  return readZip(bytes, end);
}

function readZip(bytes: Buffer, end: number): Buffer[] {
  const parts: Buffer[] = [];
  let at = bytes.readUInt32LE(end + 16);
  while (at < end && bytes.readUInt32LE(at) === directoryEntry) {
    const size = bytes.readUInt32LE(at + 20);
    const header = bytes.readUInt32LE(at + 42);
    const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
    const content = bytes.subarray(start, start + size);
    parts.push(bytes.readUInt16LE(at + 10) === stored ? content : inflateRawSync(content));
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
