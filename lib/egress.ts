import 'server-only';
import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { addressKind } from './egress-addresses';
import { env } from './env';

type Address = { address: string; family: number };

export type EgressOptions = {
  /** The media types that are asked for. */
  accept: string;
  /** The most bytes that are read; 1 MB unless told otherwise. */
  maxBytes?: number;
  /** Milliseconds for all of it, look-ups and redirects included; 6,000 unless told otherwise. */
  timeoutMs?: number;
  /** How names are looked up; the machine's own way unless told otherwise. */
  resolve?: (host: string) => Promise<Address[]>;
};

/** What came, as text, and the address that sent it in the end. */
export type Fetched = { url: string; text: string };

type Reason = 'address' | 'private' | 'name' | 'unreachable' | 'slow' | 'large' | 'status' | 'redirect';

/** Why nothing was fetched; the message is a sentence for the person who gave the address. */
export class EgressError extends Error {
  constructor(
    readonly reason: Reason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const mostRedirects = 3;
const defaultBytes = 1_000_000;
const defaultMs = 6_000;

/**
 * Fetches a document that a person named, by GET, without any credential. Only https, only public addresses: a name is
 * looked up once, every address of it is checked, and the connection goes to one that was checked. Each redirect is
 * checked in the same way.
 * @throws EgressError
 */
export async function fetchDocument(address: string, options: EgressOptions): Promise<Fetched> {
  const { timeoutMs = defaultMs } = options;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    return await follow(address, options, signal);
  } catch (error) {
    if (!signal.aborted || error instanceof EgressError) throw error;
    throw new EgressError('slow', `It did not answer within ${timeoutMs / 1000} seconds.`, { cause: error });
  }
}

/** What a receiver of a document answered, beyond its status nothing is read. */
export type Posted = { status: number; retryAfterSeconds: number | null };

export type PostOptions = Pick<EgressOptions, 'timeoutMs' | 'resolve'> & {
  headers: Record<string, string>;
  body: string;
  /** Gives up early, besides the time-out. */
  signal?: AbortSignal;
};

/**
 * Sends a document to an address that a person named, under the rules of `fetchDocument`. A redirect is not followed: it
 * is the answer.
 * @throws EgressError
 */
export async function postDocument(address: string, options: PostOptions): Promise<Posted> {
  const { timeoutMs = defaultMs, headers, body } = options;
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout;
  try {
    const url = readUrl(address);
    const addresses = await checkedAddresses(url, options, signal);
    const response = await send(url, addresses, { method: 'POST', headers, body, signal });
    response.destroy();
    const after = Number(response.headers['retry-after']);
    return {
      status: response.statusCode ?? 0,
      retryAfterSeconds: Number.isFinite(after) && after > 0 ? after : null,
    };
  } catch (error) {
    if (!signal.aborted || error instanceof EgressError) throw error;
    throw new EgressError('slow', `It did not answer within ${timeoutMs / 1000} seconds.`, { cause: error });
  }
}

/** Checks that Keydesk may go to an address, without going there. @throws EgressError */
export async function checkAddress(address: string, timeoutMs = defaultMs): Promise<void> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    await checkedAddresses(readUrl(address), {}, signal);
  } catch (error) {
    if (error instanceof EgressError) throw error;
    throw new EgressError('slow', 'The DNS did not answer.', { cause: error });
  }
}

async function follow(address: string, options: EgressOptions, signal: AbortSignal): Promise<Fetched> {
  let url = readUrl(address);
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const asking = { accept: options.accept, 'accept-encoding': 'identity' };
    const addresses = await checkedAddresses(url, options, signal);
    const response = await send(url, addresses, { method: 'GET', headers: asking, signal });
    const { statusCode = 0, headers } = response;
    if (![301, 302, 303, 307, 308].includes(statusCode)) {
      return { url: url.href, text: await readText(response, options.maxBytes ?? defaultBytes, signal) };
    }
    response.destroy();
    if (!headers.location) throw new EgressError('redirect', 'It redirects without saying where to.');
    url = readUrl(headers.location, url);
  }
  throw new EgressError('redirect', `It redirects more than ${mostRedirects} times.`);
}

function readUrl(address: string, base?: URL): URL {
  const url = URL.canParse(address, base) ? new URL(address, base) : null;
  const what = base ? 'It redirects to an address that' : 'The address';
  if (!url || !/^https?:$/.test(url.protocol)) throw new EgressError('address', `${what} is no https URL.`);
  if (url.username || url.password)
    throw new EgressError('address', `${what} holds a user name or password.`);
  return url;
}

/** The addresses of a URL's host, each of which may be connected to. */
async function checkedAddresses(
  url: URL,
  options: Pick<EgressOptions, 'resolve'>,
  signal: AbortSignal,
): Promise<Address[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = isIP(host)
    ? [{ address: host, family: isIP(host) }]
    : await orAborted(resolveName(host, options), signal);
  const kinds = found.map(({ address }) => addressKind(address));
  const loopback = env().EGRESS_LOOPBACK === 'on' && kinds.every((kind) => kind === 'loopback');
  if (!loopback && !kinds.every((kind) => kind === 'public')) {
    throw new EgressError('private', `${host} is not on the public internet: Keydesk does not go there.`);
  }
  if (url.protocol !== 'https:' && !loopback) {
    throw new EgressError('address', 'Only https is fetched: what comes over http may be anybody’s.');
  }
  return found;
}

async function resolveName(
  host: string,
  { resolve = resolveBySystem }: Pick<EgressOptions, 'resolve'>,
): Promise<Address[]> {
  const found = await resolve(host).catch((cause: unknown) => {
    throw new EgressError('name', `The DNS does not know ${host}.`, { cause });
  });
  if (found.length === 0) throw new EgressError('name', `The DNS has no address for ${host}.`);
  return found;
}

const resolveBySystem = (host: string): Promise<Address[]> => lookup(host, { all: true });

// A look-up cannot be called off; it is left to end by itself.
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

type Message = { method: string; headers: Record<string, string>; body?: string; signal: AbortSignal };

function send(
  url: URL,
  addresses: Address[],
  { method, headers: given, body, signal }: Message,
): Promise<IncomingMessage> {
  const pinned: LookupFunction = (_host, { all }, callback) => {
    const [first] = addresses;
    if (all) callback(null, addresses);
    else callback(null, first?.address ?? '', first?.family);
  };
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const headers = { ...given, 'user-agent': 'keydesk' };
  return new Promise((resolve, reject) => {
    // No agent: a connection kept from earlier would go to an address that was checked then, not now.
    request(url, { method, agent: false, headers, lookup: pinned, signal })
      .on('response', resolve)
      .on('error', (cause: NodeJS.ErrnoException) => reject(signal.aborted ? cause : explain(url, cause)))
      .end(body);
  });
}

function explain({ hostname }: URL, cause: NodeJS.ErrnoException): EgressError {
  const tls = /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(cause.code ?? '');
  const why = tls ? 'its TLS certificate is not trusted' : 'the connection failed';
  return new EgressError('unreachable', `${hostname} cannot be reached: ${why}.`, { cause });
}

async function readText(response: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<string> {
  const { statusCode = 0, headers } = response;
  const refuse = (reason: Reason, sentence: string): never => {
    response.destroy();
    throw new EgressError(reason, sentence);
  };
  if (statusCode !== 200) refuse('status', `It answers with HTTP ${statusCode}.`);
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
    refuse('status', 'It answers compressed, though it was asked not to.');
  }
  const tooLarge = `It is larger than ${maxBytes / 1_000_000} MB.`;
  if (Number(headers['content-length'] ?? 0) > maxBytes) refuse('large', tooLarge);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) refuse('large', tooLarge);
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof EgressError || signal.aborted) throw cause;
    throw new EgressError('unreachable', 'The connection broke off before all of it had come.', { cause });
  }
  return Buffer.concat(chunks).toString('utf8');
}
