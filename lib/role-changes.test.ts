import { describe, expect, it } from 'vitest';
import { compareAccess, comparePermissions, type RoleHolders } from './role-changes';
import { effectivePermissions, heirsOf, lineOf, type RoleNode, roleGraph } from './role-graph';

const role = (name: string, base: string | null, ...permissions: string[]): RoleNode => ({
  name,
  extends: base,
  permissions,
});
const graph = roleGraph([
  role('member', null, 'orders:read'),
  role('clerk', 'member', 'orders:write'),
  role('chief', 'clerk', 'orders:cancel'),
  role('auditor', null, 'orders:read', 'audit:read'),
]);
const people = (count: number, ...roles: string[]): RoleHolders => ({
  roles,
  count,
  examples: [`${roles.join('+')}@heronsgate.example`],
});

describe('the graph of roles', () => {
  it('follows bases, nearest first', () => {
    expect(lineOf(graph, 'chief').map(({ name }) => name)).toEqual(['chief', 'clerk', 'member']);
    expect(heirsOf(graph, 'member')).toEqual(['clerk', 'chief']);
    expect(lineOf(graph, 'nobody')).toEqual([]);
  });

  it('ends at a circle and at a base that is not known', () => {
    const circle = roleGraph([role('a', 'b', 'one'), role('b', 'a', 'two'), role('c', 'gone', 'three')]);
    expect([...effectivePermissions(circle, ['a', 'c']).keys()]).toEqual(['one', 'two', 'three']);
  });

  it('tells which role brings a permission', () => {
    expect(Object.fromEntries(effectivePermissions(graph, ['clerk', 'auditor']))).toEqual({
      'orders:write': 'clerk',
      'orders:read': 'member',
      'audit:read': 'auditor',
    });
  });
});

describe('who gains and who loses', () => {
  it('counts people by what changes for them, those with an heir of the role too', () => {
    const holders = [people(3, 'clerk'), people(2, 'chief'), people(1, 'clerk', 'auditor')];
    const change = { kind: 'edit', name: 'clerk', extends: null, permissions: ['orders:pack'] } as const;
    expect(compareAccess(graph, holders, { ...change, permissions: [...change.permissions] })).toEqual([
      {
        gained: ['orders:pack'],
        lost: ['orders:read', 'orders:write'],
        count: 5,
        examples: ['clerk@heronsgate.example', 'chief@heronsgate.example'],
      },
      // Still reads orders: the other role brings it too.
      {
        gained: ['orders:pack'],
        lost: ['orders:write'],
        count: 1,
        examples: ['clerk+auditor@heronsgate.example'],
      },
    ]);
  });

  it('moves people and heirs of a deleted role to its successor', () => {
    const holders = [people(4, 'clerk'), people(1, 'chief'), people(2, 'clerk', 'auditor')];
    expect(compareAccess(graph, holders, { kind: 'delete', name: 'clerk', successor: 'auditor' })).toEqual([
      expect.objectContaining({ gained: ['audit:read'], lost: ['orders:write'], count: 5 }),
      expect.objectContaining({ gained: [], lost: ['orders:write'], count: 2 }),
    ]);
  });

  it('takes everything of a deleted role where none takes its place', () => {
    const [change] = compareAccess(graph, [people(1, 'clerk')], {
      kind: 'delete',
      name: 'clerk',
      successor: null,
    });
    expect(change).toMatchObject({ gained: [], lost: ['orders:read', 'orders:write'] });
  });

  it('compares two roles', () => {
    expect(comparePermissions({ graph, roles: ['clerk'] }, { graph, roles: ['auditor'] })).toEqual({
      gained: ['audit:read'],
      lost: ['orders:write'],
    });
  });

  it('takes a permission from all roles, and says in which organizations that is felt', () => {
    const at = (id: string, count: number) => ({ id, name: id.toUpperCase(), count });
    const holders = [
      { ...people(3, 'chief'), organizations: [at('b', 2), at('a', 1)] },
      { ...people(2, 'member'), organizations: [at('a', 2)] },
    ];
    expect(compareAccess(graph, holders, { kind: 'delete-permission', name: 'orders:read' })).toEqual([
      {
        gained: [],
        lost: ['orders:read'],
        count: 5,
        examples: ['chief@heronsgate.example', 'member@heronsgate.example'],
        organizations: [at('a', 3), at('b', 2)],
      },
    ]);
  });
});
