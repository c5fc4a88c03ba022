import { describe, expect, it } from 'vitest';
import { secretMask } from './masked-secret';
import { maskSecretFields } from './secret-fields';

describe('maskSecretFields', () => {
  it('hides secrets wherever they stand, and says where', () => {
    const answer = {
      token: 'made-up-key',
      token_id: 'apit_1',
      next_page_token: 'page-2',
      secrets: [{ id: 'sks_1', plain_secret: 'made-up-secret', secret_suffix: 'cret' }],
      link: { id: '1', location: 'https://example.com/open' },
      device: { location: 'Lisbon' },
      authorization_details: {
        static_auth: { details: { shoe_size: '44' } },
        oauth_token: { accessToken: 'made-up' },
      },
    };
    const { masked, found } = maskSecretFields(answer);
    expect(masked).toEqual({
      token: secretMask,
      token_id: 'apit_1',
      next_page_token: 'page-2',
      secrets: [{ id: 'sks_1', plain_secret: secretMask, secret_suffix: 'cret' }],
      link: { id: '1', location: secretMask },
      device: { location: 'Lisbon' },
      authorization_details: { static_auth: secretMask, oauth_token: { accessToken: secretMask } },
    });
    expect(found.map(({ path }) => path)).toEqual([
      'token',
      'secrets.0.plain_secret',
      'link.location',
      'authorization_details.static_auth',
      'authorization_details.oauth_token.accessToken',
    ]);
    expect(found[3]?.value).toContain('shoe_size');
  });

  it.each([[''], ['••••••'], ['apit_12'], [7], [null], [{}]])('leaves %j as it is', (token) => {
    expect(maskSecretFields({ token })).toEqual({ masked: { token }, found: [] });
  });

  it('knows a list by its name', () => {
    expect(maskSecretFields({ code: ['a', 'b'] }).found).toHaveLength(2);
  });
});
