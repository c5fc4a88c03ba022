import { expect, it } from 'vitest';
import type { BlastRadius } from '@/lib/features/organizations/schema';
import { describeCount, sortBlast } from './blast-words';

const none = { count: 0, orMore: false };
const radius: BlastRadius = {
  members: { count: 1240, orMore: false },
  connections: { count: 3, orMore: false, enabled: 2 },
  directories: none,
  domains: { count: 100, orMore: true },
  roles: none,
  apiKeys: null,
  apiClients: none,
  connectedAccounts: null,
  portalLinks: none,
};

it('describes counts with what is on, and where a list ended early', () => {
  expect(sortBlast(radius).some.map(([kind, count]) => `${kind}: ${describeCount(count)}`)).toEqual([
    'members: 1,240',
    'connections: 3, of them 2 enabled',
    'domains: at least 100',
  ]);
});

it('keeps nought apart from what is not known, and abbreviations in capitals', () => {
  const { none, unknown } = sortBlast(radius);
  expect(none).toEqual(['directories', 'roles of its own', 'API clients', 'portal links']);
  expect(unknown).toEqual(['API keys', 'connected accounts']);
});
