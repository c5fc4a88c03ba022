import { describe, expect, it } from 'vitest';
import { describeChanges } from './describe-changes';

const before = {
  keyId: 'crm',
  clientSecret: '',
  scopes: 'read\nwrite',
  prompt: 'consent',
  pkceEnabled: false,
};
const words = (change: object, hasSecret = true) =>
  describeChanges(before, { ...before, ...change }, hasSecret).map(
    ({ words, isLoss }) => `${isLoss ? '- ' : ''}${words}`,
  );

describe('describeChanges', () => {
  it('tells what is lost from what is added', () => {
    expect(words({})).toEqual([]);
    expect(words({ scopes: 'read\nadmin' })).toEqual(['- Scopes: loses write.', 'Scopes: adds admin.']);
    expect(words({ prompt: ' ' })).toEqual(['- Prompt: “consent” is cleared.']);
    expect(words({ pkceEnabled: true })).toEqual(['PKCE: on.']);
    expect(words({ keyId: 'crm2' })[0]).toMatch(/^- Key: “crm” becomes “crm2”/);
  });

  it('never shows a secret', () => {
    expect(words({ clientSecret: 'hush' })[0]).toMatch(/^- Client secret: the new one takes the place/);
    expect(words({ clientSecret: 'hush' }, false)).toEqual(['Client secret: is set.']);
    expect(words({ clientSecret: 'hush' }).join()).not.toContain('hush');
  });
});
