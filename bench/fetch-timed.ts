import { Agent, request } from 'node:http';

export type TimedAnswer = { status: number; body: string; milliseconds: number };

/** One connection that stays open, so that no figure holds the time of making one. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** GETs a URL and times it from sending the request to the last byte of the body, streamed parts included. */
export function fetchTimed(url: string, headers: Record<string, string>): Promise<TimedAnswer> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    request(url, { agent, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const milliseconds = performance.now() - start;
        resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString(), milliseconds });
      });
    })
      .on('error', reject)
      .end();
  });
}
