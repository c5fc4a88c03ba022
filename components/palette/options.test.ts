import { expect, it } from 'vitest';
import type { PaletteHome } from '@/lib/features/palette/schema';
import type { Hit } from '@/lib/find-kinds';
import { buildOptions } from './options';

const home = {
  pages: [
    { label: 'Staff log', href: '/production/activity/staff-log', words: 'activity who did' },
    { label: 'Jobs', href: '/production/jobs', words: 'bulk' },
    { label: 'Login doctor', href: '/production/doctor', words: '' },
    { label: 'Access explainer', href: '/production/doctor/access', words: '' },
  ],
  recent: [
    { organizationId: 'org_1', title: 'Heronsgate' },
    { organizationId: 'org_2', title: 'Northwharf' },
  ],
  pinned: [{ organizationId: 'org_1', title: 'Heronsgate' }],
  mayRevokeKeys: true,
} as PaletteHome;

const hit = (part: Partial<Hit>): Hit => ({
  ...{ environment: 'production', kind: 'organization', id: 'org_9', ref: '', organizationId: 'org_9' },
  ...{ organizationName: null, title: 'Zephyrine', detail: '', isExact: false },
  ...part,
});
const options = (text: string, hits: Hit[] = []) =>
  buildOptions({ environment: 'production', text, home, hits });

it('shows at rest what is pinned, what was looked at besides, and every page', () => {
  expect(options('').map(({ group, label }) => `${group}: ${label}`)).toEqual([
    'Pinned: Heronsgate',
    'Recent: Northwharf',
    'Pages and actions: Staff log',
    'Pages and actions: Jobs',
    'Pages and actions: Login doctor',
    'Pages and actions: Access explainer',
  ]);
});

it('finds a page by the beginning of any of its words', () => {
  expect(options('act').map(({ label }) => label)).toEqual(['Staff log']);
  expect(options('aff')).toEqual([]);
});

it('puts the environment at hand first, names the other, and keeps each together', () => {
  const hits = [
    hit({ environment: 'development', id: 'org_1' }),
    hit({}),
    hit({ environment: 'development', id: 'org_2' }),
  ];
  expect(options('zeph', hits).map(({ group, elsewhere }) => [group, elsewhere])).toEqual([
    ['Found', undefined],
    ['Found in development', 'development'],
    ['Found in development', 'development'],
  ]);
});

it('shows of a whole value what it names alone', () => {
  const hits = [hit({}), hit({ environment: 'development', kind: 'user', id: 'usr_1', isExact: true })];
  expect(options('jane@heronsgate.example', hits).map(({ href }) => href)).toEqual([
    '/development/users/usr_1',
    '/production/doctor?email=jane%40heronsgate.example',
  ]);
});

it('offers to revoke a key, to whom may', () => {
  const key = hit({
    kind: 'api_key',
    id: 'apit_1',
    title: 'Nightly',
    organizationId: 'org_1',
    isExact: true,
  });
  expect(options('9f3c', [key]).map(({ href }) => href)).toEqual([
    '/production/organizations/org_1/api-keys',
    '/production/organizations/org_1/api-keys?dialog=revoke%3Aapit_1',
  ]);
  const parts = { environment: 'production', text: '9f3c', hits: [key] };
  expect(buildOptions({ ...parts, home: { ...home, mayRevokeKeys: false } })).toHaveLength(1);
});

it('offers an external id for what looks like a key and is none, and waits until that is chosen', () => {
  const parts = { environment: 'production', home, hits: [] };
  for (const text of ['507f1f77bcf86cd799439011', '01ARZ3NDEKTSV4RRFFQ69G5FAV']) {
    expect(buildOptions({ ...parts, text, isNoKey: true })).toMatchObject([{ as: 'words', isOffer: true }]);
    expect(buildOptions({ ...parts, text })).toEqual([]);
    expect(buildOptions({ ...parts, text, hits: [hit({})], isNoKey: true })).toMatchObject([
      { group: 'Found' },
    ]);
  }
  const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl';
  expect(buildOptions({ ...parts, text: token, isNoKey: true })).toEqual([]);
});

it('leads a person with a permission to the explainer, and a person alone to the doctor, to whom may', () => {
  const text = 'jane@heronsgate.example reports:export';
  const [asked] = options(text);
  expect(asked?.href).toContain('/production/doctor/access?person=jane');
  expect(asked?.href).toContain('permission=reports');
  expect(asked?.isOffer).toBeUndefined();
  expect(options('jane@heronsgate.example')).toMatchObject([{ isOffer: true }]);
  expect(buildOptions({ environment: 'production', text, hits: [], home: { ...home, pages: [] } })).toEqual(
    [],
  );
});
