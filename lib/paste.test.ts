import { expect, it } from 'vitest';
import { mayBeExternalId, readAccessQuestion, readPaste } from './paste';

it.each([
  ['org_176543210000000001', 'id', { kind: 'organization' }],
  [' <usr_176543210000000001> ', 'id', { kind: 'user', value: 'usr_176543210000000001' }],
  ['m2morg_176543210000000001', 'id', { kind: 'api_client' }],
  ['evt_176543210000000001', 'id', { kind: 'other' }],
  ['mailto:jane@heronsgate.example', 'email', { value: 'jane@heronsgate.example' }],
  ['Heronsgate.Example', 'domain', { value: 'heronsgate.example' }],
  ['login.heronsgate.co.uk', 'domain', {}],
  ['Heronsgate Rail', 'words', { value: 'Heronsgate Rail' }],
  ['crm-4711', 'words', {}],
  ['order_number', 'words', {}],
  ['7f3c', 'words', {}],
  ['0b6f1d0e-6a43-4b77-9d0c-0f6f0a3b2c11', 'words', {}],
  ['Acct-Heronsgate-Rail-2024-Production', 'words', {}],
  ['Zk3vR8-q_1LmX0pTy7uWcE2sBnJ4hDfG6aKiQoVtY9z', 'secret', {}],
  ['skapi_live_9f8e7d6c5b4a39281706f5e4d3c2b1a0', 'secret', {}],
  ['eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl', 'secret', {}],
])('reads %s as %s', (text, form, part) => {
  expect(readPaste(text)).toMatchObject({ form, ...part });
});

it('takes the ids out of an address, the narrowest first', () => {
  const paste = readPaste(
    'https://app.scalekit.com/ws/organizations/org_176543210000000001/sso?connection=conn_176543210000000002',
  );
  expect(paste).toMatchObject({
    form: 'url',
    ids: ['conn_176543210000000002', 'org_176543210000000001'],
    host: 'app.scalekit.com',
  });
});

it('knows a durable portal link by its token, and an address without anything by its host', () => {
  const token = 'A'.repeat(43);
  expect(readPaste(`https://desk.example/p/${token}`)).toMatchObject({ portalToken: token });
  expect(readPaste('https://login.heronsgate.example/start')).toMatchObject({
    ids: [],
    host: 'login.heronsgate.example',
    portalToken: null,
  });
});

it.each([
  ['507f1f77bcf86cd799439011', true],
  ['01ARZ3NDEKTSV4RRFFQ69G5FAV', true],
  ['0b6f1d0e6a434b779d0c0f6f0a3b2c11', true],
  ['eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl', false],
  ['crm-4711', false],
])('%s looks like a key, and may be an id of the customer’s own: %s', (text, may) => {
  expect(mayBeExternalId(readPaste(text))).toBe(may);
  expect(readPaste(text, 'words')).toEqual({ form: 'words', value: text });
});

it.each([
  [
    'jane@heronsgate.example reports:export',
    { person: 'jane@heronsgate.example', permission: 'reports:export' },
  ],
  ['<usr_17654321000000>, invoices_read?', { person: 'usr_17654321000000', permission: 'invoices_read' }],
  ['jane@heronsgate.example', null],
  ['Heronsgate Rail', null],
  ['jane@heronsgate.example cannot log in', null],
])('reads who lacks what out of “%s”', (text, question) => {
  expect(readAccessQuestion(text)).toEqual(question);
});
