import { describe, expect, it } from 'vitest';
import { checkServiceAccount } from './service-account';

const pem = '-----BEGIN PRIVATE KEY-----\nbWFkZS11cC1rZXk\n-----END PRIVATE KEY-----\n';
const file = {
  type: 'service_account',
  project_id: 'heronsgate-agents',
  private_key_id: 'c0ffee',
  private_key: pem,
  client_email: 'agents@heronsgate-agents.iam.gserviceaccount.com',
  client_id: '104020301040203010402',
  token_uri: 'https://oauth2.googleapis.com/token',
};
const check = (change: object = {}) => checkServiceAccount(JSON.stringify({ ...file, ...change }));
const problemOf = (answer: ReturnType<typeof checkServiceAccount>) => (answer.ok ? null : answer.problem);

describe('checkServiceAccount', () => {
  it('takes a key file and says whose it is, without its secret', () => {
    const answer = check();
    expect(answer).toEqual({
      ok: true,
      account: {
        email: file.client_email,
        projectId: file.project_id,
        clientId: file.client_id,
        keyId: 'c0ffee',
      },
    });
    expect(JSON.stringify(answer)).not.toContain('bWFkZS11cC1rZXk');
  });

  it.each<[string, string, RegExp]>([
    ['words', 'my key', /^This is not JSON/],
    ['half a file', JSON.stringify(file).slice(0, 90), /^This is not JSON/],
    ['a list', '[]', /no service account’s key file/],
    ['a number', '7', /no service account’s key file/],
    ['another type', JSON.stringify({ ...file, type: 'authorized_user' }), /type has to be service_account/],
    ['an OAuth client', '{"web":{"client_id":"1"}}', /file of an OAuth client/],
    ['a mask', '********', /^This is a mask and no key/],
    ['a masked file', '{"private_key":"••••••••"}', /^This is a mask/],
    ['a book', ' '.repeat(20_001), /too long/],
  ])('refuses %s', (_name, pasted, sentence) => {
    expect(problemOf(checkServiceAccount(pasted))).toMatch(sentence);
  });

  it('names what is missing', () => {
    expect(problemOf(check({ private_key: undefined }))).toBe(
      'The key file lacks private_key. Paste it as Google made it.',
    );
    expect(problemOf(check({ client_email: '', client_id: 7 }))).toMatch(/lacks client_email, client_id\./);
  });

  it.each<[string, object, RegExp]>([
    ['a key that is no PEM', { private_key: 'hush-hush' }, /no PEM private key/],
    ['a key that was cut off', { private_key: pem.slice(0, -12) }, /no PEM private key/],
    ['a key with lost line breaks', { private_key: pem.replaceAll('\n', '\\n') }, /line breaks .* were lost/],
    ['an address that is none', { client_email: 'agents' }, /client_email/],
    ['an id that is no number', { client_id: 'agents' }, /client_id/],
    ['a token address over http', { token_uri: 'http://x.example' }, /https/],
  ])('refuses %s, and quotes none of it', (_name, change, sentence) => {
    const problem = problemOf(check(change));
    expect(problem).toMatch(sentence);
    expect(problem).not.toMatch(/hush-hush|bWFkZS11cC1rZXk/);
  });
});
