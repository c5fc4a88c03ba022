import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DnsServer, startDnsServer } from '@/tests/setup/dns-server';
import { lookUpTxt } from './dns';

let server: DnsServer;
const zone: Record<string, string[] | null> = {
  'verified.example': ['v=spf1 -all', 'acme-verify-dom_1=secret'],
  'bare.example': [],
  'gone.example': null,
};

beforeAll(async () => {
  server = await startDnsServer((name) => zone[name]);
  process.env.DNS_SERVERS = `127.0.0.1:${server.port}`;
});
afterAll(() => server.close());

it('gives the values of a name', async () => {
  expect(await lookUpTxt('verified.example')).toEqual({
    kind: 'records',
    values: ['v=spf1 -all', 'acme-verify-dom_1=secret'],
  });
});

it('tells a name without TXT records from one that is not there', async () => {
  expect(await lookUpTxt('bare.example')).toEqual({ kind: 'no_records' });
  expect(await lookUpTxt('gone.example')).toEqual({ kind: 'no_name' });
});

it('says that no answer came', async () => {
  expect(await lookUpTxt('silent.example', 100)).toEqual({ kind: 'unanswered', reason: 'timeout' });
});
