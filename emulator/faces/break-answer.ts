import type { BrokenAnswer, WireFault } from '../faults';
import type { NodeRequest, NodeResponse } from './listen';

const bodies: Record<Exclude<BrokenAnswer, 'reset'>, string> = {
  'not-json': '<html><body><h1>Bad gateway</h1></body></html>',
  'other-shape': '[{"this_is":"another shape"}]',
  truncated: '{"organizations":[{"id":"org_1","display_na',
};

/** Spoils an answer as a fault asks. */
export function breakAnswer(fault: WireFault, request: NodeRequest, response: NodeResponse): void {
  if (fault.answer === 'reset') {
    cutConnection(request);
    return;
  }
  const body = bodies[fault.answer];
  const truncated = fault.answer === 'truncated';
  response.writeHead(fault.status, {
    'content-type': fault.answer === 'not-json' ? 'text/html' : 'application/json',
    // A truncated body promises more than it sends.
    'content-length': String(body.length + (truncated ? 100 : 0)),
  });
  response.write(body, () => (truncated ? cutConnection(request) : response.end()));
}

/** Ends the connection under a request without an answer. */
export function cutConnection(request: NodeRequest): void {
  if ('stream' in request) request.stream.session?.destroy();
  else request.socket.resetAndDestroy();
}
