import { describe, expect, it } from 'vitest';
import { buildMatrix, matchesText, originsOf } from './role-matrix';
import type { RoleRow } from './role-row';

const role = (name: string, base: string | null, permissions: string[]): RoleRow => ({
  name,
  displayName: name.toUpperCase(),
  description: null,
  isOwn: false,
  extends: base,
  permissions,
  isDefaultMember: false,
  isDefaultCreator: false,
});
const listed = (name: string) => ({ name, description: null, isScalekits: false });

describe('the matrix', () => {
  const roles = [
    role('chief', 'clerk', ['c']),
    role('auditor', null, ['a']),
    role('clerk', 'member', ['b', 'a']),
    role('member', null, ['a']),
  ];
  const matrix = buildMatrix(roles, [listed('b'), listed('a')], { c: 'Only roles have it' });

  it('puts every role right of its base, and permissions by name with those that only roles have', () => {
    expect(matrix.roles.map(({ name, depth }) => [name, depth])).toEqual([
      ['auditor', 0],
      ['member', 0],
      ['clerk', 1],
      ['chief', 2],
    ]);
    expect(matrix.permissions.map(({ name, description }) => [name, description])).toEqual([
      ['a', null],
      ['b', null],
      ['c', 'Only roles have it'],
    ]);
    expect(matrix.roles[2]?.direct).toEqual([0, 1]);
  });

  it('tells the nearest role that brings each', () => {
    expect(Object.fromEntries(originsOf(matrix).get('chief') ?? [])).toEqual({
      0: 'clerk',
      1: 'clerk',
      2: 'chief',
    });
    expect(Object.fromEntries(originsOf(matrix).get('member') ?? [])).toEqual({ 0: 'member' });
  });

  it('shows roles of a circle once', () => {
    const circle = buildMatrix([role('a', 'b', []), role('b', 'a', [])], [], {});
    expect(circle.roles.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('finds by all words, in any order', () => {
    expect(matchesText('Read  inv', ['invoices:read', null])).toBe(true);
    expect(matchesText('read yard', ['invoices:read', null])).toBe(false);
    expect(matchesText('', ['anything'])).toBe(true);
  });
});
