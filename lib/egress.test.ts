import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EgressError, type EgressOptions, fetchDocument } from './egress';
import { addressKind } from './egress-addresses';

// Read with the first settings: the server below is on loopback. What is refused then is refused without it as well.
process.env.EGRESS_LOOPBACK = 'on';

const pages: Record<string, RequestListener> = {
  '/document': (_request, response) => response.end('<found/>'),
  '/moved': (_request, response) => response.writeHead(302, { location: '/document' }).end(),
  '/circle': (_request, response) => response.writeHead(302, { location: '/circle' }).end(),
  '/nowhere': (_request, response) => response.writeHead(302).end(),
  '/to-private': (_request, response) =>
    response.writeHead(307, { location: 'https://169.254.169.254/latest/meta-data' }).end(),
  '/to-file': (_request, response) => response.writeHead(301, { location: 'file:///etc/passwd' }).end(),
  '/gone': (_request, response) => response.writeHead(410).end('gone'),
  '/zipped': (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('x'),
  '/announced': (_request, response) => response.writeHead(200, { 'content-length': '2000001' }).end(),
  '/endless': (_request, response) => {
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(50_000)));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  },
  '/silent': () => {},
  '/broken': (_request, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('x');
    setTimeout(() => response.destroy(), 20);
  },
  '/drip': (_request, response) => {
    const timer = setInterval(() => response.write('x'), 20);
    response.on('close', () => clearInterval(timer));
  },
};

let server: Server;
let port: number;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.headers.host}${request.url}`);
    pages[request.url ?? '']?.(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const fetchIt = (address: string, part: Partial<EgressOptions> = {}) =>
  fetchDocument(address, { accept: 'application/xml', ...part });
const at = (path: string) => `http://127.0.0.1:${port}${path}`;
const failure = (call: Promise<unknown>): Promise<EgressError> =>
  call.then(
    () => expect.fail('it was fetched'),
    (error) => error,
  );
const answering = (...answers: string[][]) => {
  const calls: string[] = [];
  const resolve = async (host: string) => {
    calls.push(host);
    const answer = answers[calls.length - 1] ?? answers.at(-1) ?? [];
    return answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
  return { calls, resolve };
};

describe('addressKind', () => {
  it.each([
    ['public', ['8.8.8.8', '93.184.215.14', '2606:4700::6810:84e5', '::ffff:8.8.8.8']],
    ['loopback', ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1']],
    ['private', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1']],
    [
      'private',
      ['0.0.0.0', '0.1.2.3', '192.0.0.8', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1'],
    ],
    ['private', ['192.88.99.1', '224.0.0.1', '240.0.0.1', '255.255.255.255', '::ffff:10.0.0.1']],
    ['private', ['::', 'fe80::1', 'fc00::1', 'fd12:3456::1', 'fec0::1', 'ff02::1', '2001:db8::1', '100::1']],
    ['private', ['64:ff9b::a00:1', '64:ff9b:1::a00:1', '2002:a00:1::1', '2001::1', '2001:20::1', '4000::1']],
    ['private', ['', 'localhost', '1.2.3.4.5', '999.1.1.1']],
  ])('%s: %s', (kind, addresses) => {
    expect(addresses.map((one) => [one, addressKind(one)])).toEqual(addresses.map((one) => [one, kind]));
  });
});

describe('fetchDocument', () => {
  it('gives the text and where it came from, after a redirect too', async () => {
    expect(await fetchIt(at('/document'))).toEqual({ url: at('/document'), text: '<found/>' });
    expect(await fetchIt(at('/moved'))).toEqual({ url: at('/document'), text: '<found/>' });
  });

  it.each([
    ['no URL', 'metadata.xml'],
    ['another scheme', 'file:///etc/passwd'],
    ['a password', 'https://ada:secret@login.example/metadata'],
    ['http of the public internet', 'http://8.8.8.8/metadata'],
  ])('refuses %s', async (_name, address) => {
    expect(await failure(fetchIt(address))).toMatchObject({ reason: 'address' });
  });

  it.each([
    'https://10.0.0.1/',
    'https://192.168.0.1:8443/metadata',
    'https://169.254.169.254/latest/meta-data',
    'https://0.0.0.0/',
    'https://0x0a000001/',
    'https://167772161/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[64:ff9b::a00:1]/',
  ])('refuses %s, which is not on the public internet', async (address) => {
    expect(await failure(fetchIt(address))).toMatchObject({ reason: 'private' });
  });

  it('refuses a name when any of its addresses is private', async () => {
    for (const answer of [
      ['10.0.0.1'],
      ['8.8.8.8', '10.0.0.1'],
      ['2606:4700::1', 'fd00::1'],
      ['127.0.0.1', '8.8.8.8'],
    ]) {
      const { resolve } = answering(answer);
      expect(await failure(fetchIt('https://login.example/', { resolve }))).toMatchObject({
        reason: 'private',
      });
    }
  });

  it('says so when the connection breaks off on the way', async () => {
    expect(await failure(fetchIt(at('/broken')))).toMatchObject({ reason: 'unreachable' });
  });

  it('looks a name up once and connects to what was checked, whatever the DNS says a moment later', async () => {
    const { calls, resolve } = answering(['127.0.0.1'], ['192.0.2.1']);
    const { text } = await fetchIt(`http://rebinding.example:${port}/document`, { resolve });
    expect([text, calls]).toEqual(['<found/>', ['rebinding.example']]);
    expect(asked.at(-1)).toBe(`rebinding.example:${port}/document`);
  });

  it('looks a name up again at each redirect, and refuses it there', async () => {
    const { resolve } = answering(['127.0.0.1'], ['10.0.0.1']);
    const error = await failure(fetchIt(`http://rebinding.example:${port}/moved`, { resolve }));
    expect(error).toMatchObject({ reason: 'private' });
  });

  it.each([
    ['/to-private', 'private'],
    ['/to-file', 'address'],
    ['/circle', 'redirect'],
    ['/nowhere', 'redirect'],
    ['/gone', 'status'],
    ['/zipped', 'status'],
    ['/announced', 'large'],
    ['/endless', 'large'],
  ])('%s: %s', async (path, reason) => {
    expect(await failure(fetchIt(at(path)))).toMatchObject({ reason });
  });

  it.each(['/silent', '/drip'])('%s is given up in time', async (path) => {
    const error = await failure(fetchIt(at(path), { timeoutMs: 200 }));
    expect(error).toMatchObject({ reason: 'slow', message: 'It did not answer within 0.2 seconds.' });
  });

  it('gives up a look-up that hangs', async () => {
    const error = await failure(
      fetchIt('https://login.example/', { timeoutMs: 50, resolve: () => new Promise(() => {}) }),
    );
    expect(error.reason).toBe('slow');
  });

  it('says that a name is unknown, or that nobody is there', async () => {
    const resolve = () => Promise.reject(new Error('ENOTFOUND'));
    expect(await failure(fetchIt('https://gone.example/', { resolve }))).toMatchObject({
      reason: 'name',
      message: 'The DNS does not know gone.example.',
    });
    expect(await failure(fetchIt('http://127.0.0.1:9/'))).toMatchObject({ reason: 'unreachable' });
  });
});
