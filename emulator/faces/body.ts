import { Code } from '@connectrpc/connect';
import { refuse } from '../errors';
import type { NodeRequest } from './listen';

const limit = 4 * 1024 * 1024;

/** The whole body of a request. @throws ConnectError resource exhausted beyond 4 MiB, a gRPC server's usual limit */
export function readBody(request: NodeRequest): Promise<Buffer> | Buffer {
  const { 'content-length': length = '0', 'transfer-encoding': encoding } = request.headers;
  if (length === '0' && !encoding && request.httpVersionMajor < 2) return Buffer.alloc(0);
  const chunks: Buffer[] = [];
  let size = 0;
  // By events: an async iterator costs as much as an operation.
  return new Promise((resolve, reject) => {
    // Read to the end in any case: an answer to a half-read request leaves the connection unusable.
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
    });
    request.once('error', reject);
    request.once('aborted', () => reject(new Error('the request was cut off')));
    request.once('end', () => {
      if (size > limit)
        reject(refuse(Code.ResourceExhausted, 'RESOURCE_EXHAUSTED', 'the body is over 4 MiB'));
      else resolve(Buffer.concat(chunks));
    });
  });
}
