import { describe, expect, it } from 'vitest';
import { draftKey, loadDraft, removeDraft, saveDraft } from './draft-storage';

function memoryStore(broken = false) {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (broken) throw new DOMException('full', 'QuotaExceededError');
      items.set(key, value);
    },
    removeItem: (key: string) => void items.delete(key),
  };
}

const key = draftKey('staff-1', 'api-key.create:org_1');

describe('drafts', () => {
  it('come back as they were typed', () => {
    const store = memoryStore();
    const values = { description: 'Billing', claims: [{ key: 'team', value: 'a' }], expiresAt: null };
    saveDraft(store, key, values, []);
    expect(loadDraft(store, key)).toEqual(values);
    removeDraft(store, key);
    expect(loadDraft(store, key)).toBeNull();
  });

  it('belong to one person', () => {
    const store = memoryStore();
    saveDraft(store, key, { description: 'Billing' }, []);
    expect(loadDraft(store, draftKey('staff-2', 'api-key.create:org_1'))).toBeNull();
  });

  it('never hold a secret, at any depth', () => {
    const store = memoryStore();
    const values = {
      name: 'Webhook',
      token: 'TOP-1',
      login: { user: 'jo', password: 'TOP-2' },
      headers: [
        { key: 'a', value: 'TOP-3' },
        { key: 'b', value: 'TOP-4' },
      ],
    };
    saveDraft(store, key, values, ['token', 'login.password', 'headers.*.value']);
    expect(store.items.get(key)).not.toContain('TOP');
    expect(loadDraft(store, key)).toEqual({
      name: 'Webhook',
      login: { user: 'jo' },
      headers: [{ key: 'a' }, { key: 'b' }],
    });
  });

  it('are ignored when something else wrote into their place', () => {
    const store = memoryStore();
    for (const text of ['not json', '[1]', '"text"', 'null']) {
      store.items.set(key, text);
      expect(loadDraft(store, key)).toBeNull();
    }
  });

  it('do not break the form when the store is full', () => {
    const store = memoryStore(true);
    expect(() => saveDraft(store, key, { description: 'x' }, [])).not.toThrow();
  });
});
