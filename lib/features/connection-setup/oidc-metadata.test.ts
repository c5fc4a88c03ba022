import { describe, expect, it } from 'vitest';
import { discoveryAddress, readDiscovery } from './oidc-metadata';

const source = 'https://login.heronsgate.example/t1/.well-known/openid-configuration';
const document = {
  issuer: 'https://login.heronsgate.example/t1',
  authorization_endpoint: 'https://login.heronsgate.example/t1/authorize',
  token_endpoint: 'https://login.heronsgate.example/t1/token',
  userinfo_endpoint: 'https://login.heronsgate.example/t1/userinfo',
  jwks_uri: 'https://login.heronsgate.example/t1/keys',
  end_session_endpoint: 'https://login.heronsgate.example/t1/logout',
  scopes_supported: ['email', 'openid', 'phone', 'offline_access'],
  token_endpoint_auth_methods_supported: ['private_key_jwt', 'client_secret_post'],
  code_challenge_methods_supported: ['plain', 'S256'],
};
const read = (part: object) => readDiscovery(JSON.stringify({ ...document, ...part }), source);

describe('discoveryAddress', () => {
  it.each([
    ['https://login.heronsgate.example', 'https://login.heronsgate.example/.well-known/openid-configuration'],
    ['https://login.heronsgate.example/t1/', source],
    [source, source],
  ])('of %s', (address, expected) => {
    expect(discoveryAddress(address)).toBe(expected);
  });
});

describe('readDiscovery', () => {
  it('finds what the form asks for', () => {
    expect(read({})).toEqual({
      source,
      fields: {
        issuer: document.issuer,
        discoveryEndpoint: source,
        authorizeUri: document.authorization_endpoint,
        tokenUri: document.token_endpoint,
        userInfoUri: document.userinfo_endpoint,
        jwksUri: document.jwks_uri,
        scopes: ['openid', 'email'],
        tokenAuthType: 'URL_PARAMS',
        pkceEnabled: true,
      },
      certificates: [],
      notes: [],
    });
  });

  it('leaves out what the document leaves out, and takes the standard’s default', () => {
    const { fields } = readDiscovery(JSON.stringify({ issuer: document.issuer }), source);
    expect(fields).toEqual({
      issuer: document.issuer,
      discoveryEndpoint: source,
      scopes: ['openid'],
      tokenAuthType: 'BASIC_AUTH',
    });
  });

  it('says what does not fit', () => {
    const elsewhere = read({ issuer: 'https://login.{tenant}.example', end_session_endpoint: undefined });
    expect(elsewhere.notes).toEqual([
      expect.stringMatching(/^The issuer in it is not where it was found/),
      expect.stringMatching(/blank in braces/),
      'It names no address for signing out there.',
    ]);
  });

  it.each([
    ['a web page', '<html>'],
    ['another document', '{"keys":[]}'],
    ['a list', '[]'],
  ])('refuses %s', (_name, text) => {
    expect(() => readDiscovery(text, source)).toThrow(/no discovery document/);
  });
});
