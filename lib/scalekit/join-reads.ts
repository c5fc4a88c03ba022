import 'server-only';
import { isRead, operationName } from './call';
import { waitUnlessAborted } from './deadline';
import type { RestRequest } from './rest/binding';
import type { RestResponse, Send, SendOptions } from './rest/transport';

type SharedRead = { response: Promise<RestResponse>; waiting: number; stop: () => void };

/**
 * Makes identical reads that are in flight at the same time one upstream call.
 * A caller that gives up (and gets its own abort reason) leaves the others their answer;
 * when all have given up, the call ends.
 */
export function joinReads(send: Send): Send {
  const inFlight = new Map<string, SharedRead>();

  function start(key: string, request: RestRequest, options: SendOptions): SharedRead {
    const controller = new AbortController();
    const response = send(request, { ...options, signal: controller.signal });
    const forget = () => inFlight.get(key) === read && inFlight.delete(key);
    const stop = () => {
      forget();
      controller.abort();
    };
    const read = { response, waiting: 0, stop };
    inFlight.set(key, read);
    response.then(forget, forget);
    return read;
  }

  return async (request, options) => {
    if (!isRead(options.method, request.verb)) {
      // A read that began before this write must not answer one that begins after it.
      return send(request, options).finally(() => inFlight.clear());
    }
    const key = JSON.stringify([
      operationName(options.method),
      request.path,
      request.query.toString(),
      request.body,
    ]);
    const read = inFlight.get(key) ?? start(key, request, options);
    read.waiting += 1;
    try {
      return await waitUnlessAborted(read.response, options.signal);
    } finally {
      read.waiting -= 1;
      if (read.waiting === 0) read.stop();
    }
  };
}
