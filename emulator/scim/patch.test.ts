import type { JsonObject } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { applyPatch, patchSchema } from './patch';

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const work = { type: 'work', value: 'ada@acme.example', primary: true };
const home = { type: 'home', value: 'ada@home.example' };
const user: JsonObject = {
  userName: 'ada@acme.example',
  active: true,
  name: { givenName: 'Ada', familyName: 'Ashgrave' },
  emails: [work, home],
  [enterprise]: { department: 'Numbers', division: 'West' },
};
const group: JsonObject = { displayName: 'Sales', members: [{ value: 'a' }, { value: 'b', display: 'B' }] };

function patch(resource: JsonObject, ...operations: JsonObject[]): JsonObject {
  return applyPatch(resource, patchSchema.parse({ Operations: operations }).Operations);
}

describe('a patch of a user', () => {
  const cases: [what: string, operation: JsonObject, expected: JsonObject][] = [
    ['replaces by path', { op: 'replace', path: 'active', value: false }, { active: false }],
    ['replaces without one, as Okta does', { op: 'replace', value: { active: false } }, { active: false }],
    [
      'takes keys that are paths, as Entra sends them',
      { op: 'Replace', value: { 'name.givenName': 'Adah', [`${enterprise}:department`]: 'Letters' } },
      {
        name: { givenName: 'Adah', familyName: 'Ashgrave' },
        [enterprise]: { department: 'Letters', division: 'West' },
      },
    ],
    [
      'knows attributes in any case',
      { op: 'ADD', path: 'NAME.GIVENNAME', value: 'Ad' },
      { name: { givenName: 'Ad', familyName: 'Ashgrave' } },
    ],
    [
      'merges into a complex value',
      { op: 'replace', path: 'name', value: { givenName: 'Adah' } },
      { name: { givenName: 'Adah', familyName: 'Ashgrave' } },
    ],
    [
      'makes a complex value',
      { op: 'add', path: 'manager.displayName', value: 'Boss' },
      { manager: { displayName: 'Boss' } },
    ],
    [
      'reads core names with their schema',
      { op: 'add', path: 'urn:ietf:params:scim:schemas:core:2.0:User:title', value: 'Dr' },
      { title: 'Dr' },
    ],
    [
      'lays over a whole extension',
      { op: 'add', path: enterprise, value: { department: 'Letters' } },
      { [enterprise]: { department: 'Letters', division: 'West' } },
    ],
    [
      'changes the item that a filter chooses',
      { op: 'replace', path: 'emails[type eq "home"].value', value: 'new@home.example' },
      { emails: [work, { type: 'home', value: 'new@home.example' }] },
    ],
    [
      'adds the item that a filter describes',
      { op: 'add', path: 'phoneNumbers[type eq "mobile"].value', value: '555' },
      { phoneNumbers: [{ type: 'mobile', value: '555' }] },
    ],
    ['adds to a list once', { op: 'add', path: 'emails', value: [home] }, { emails: [work, home] }],
    [
      'wraps a single value of a list',
      { op: 'add', path: 'roles', value: { value: 'x' } },
      { roles: [{ value: 'x' }] },
    ],
    ['replaces a list', { op: 'replace', path: 'emails', value: [home] }, { emails: [home] }],
    ['removes by filter', { op: 'remove', path: 'emails[type eq "work"]' }, { emails: [home] }],
    ['removes a part', { op: 'remove', path: 'name.familyName' }, { name: { givenName: 'Ada' } }],
    ['removes nothing where nothing is', { op: 'remove', path: 'title' }, {}],
    ['removes nothing that no filter finds', { op: 'remove', path: 'emails[type eq "x"]' }, {}],
  ];

  it.each(cases)('%s', (_, operation, expected) => {
    expect(patch(user, operation)).toEqual({ ...user, ...expected });
  });

  it('removes an attribute and leaves the given resource alone', () => {
    const before = structuredClone(user);
    expect(patch(user, { op: 'remove', path: 'emails' })).not.toHaveProperty('emails');
    expect(user).toEqual(before);
  });

  it('does one operation after the other', () => {
    const patched = patch(
      user,
      { op: 'remove', path: 'emails' },
      { op: 'add', path: 'emails', value: [home] },
    );
    expect(patched.emails).toEqual([home]);
  });

  it.each([
    ['noTarget', { op: 'remove' }],
    ['noTarget', { op: 'replace', path: 'emails[type eq "x"].value', value: 'y' }],
    ['noTarget', { op: 'add', path: 'emails[type sw "x"].value', value: 'y' }],
    ['invalidPath', { op: 'add', path: '__proto__.polluted', value: true }],
    ['invalidPath', { op: 'add', path: 'emails[type eq "x"', value: 'y' }],
    ['invalidFilter', { op: 'add', path: 'emails[type]', value: 'y' }],
    ['invalidValue', { op: 'add', path: 'title' }],
    ['invalidValue', { op: 'replace', value: 'x' }],
  ])('refuses with %s: %j', (scimType, operation) => {
    expect(() => patch(user, operation as JsonObject)).toThrow(
      expect.objectContaining({ status: 400, scimType }),
    );
    expect({}).not.toHaveProperty('polluted');
  });

  it('changes no prototype through names that objects inherit', () => {
    const polluted = { polluted: true };
    const patched = patch(user, { op: 'add', path: 'constructor.prototype', value: polluted });
    expect(Object.hasOwn(patched, 'constructor')).toBe(true);
    patch(user, { op: 'add', value: JSON.parse('{"__proto__": {"polluted": true}}') });
    patch(user, { op: 'add', path: 'name', value: JSON.parse('{"__proto__": {"polluted": true}}') });
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('a patch of the members of a group', () => {
  const members = (patched: JsonObject) => patched.members;
  const add = (value: string) => ({ op: 'add', path: 'members', value: [{ value }] });

  it.each([
    ['adds', add('c'), ['a', 'b', 'c']],
    ['adds no one twice', add('b'), ['a', 'b']],
    ['removes by filter', { op: 'remove', path: 'members[value eq "b"]' }, ['a']],
    ['removes by value, as Entra does', { op: 'Remove', path: 'members', value: [{ value: 'b' }] }, ['a']],
    ['replaces', { op: 'replace', path: 'members', value: [{ value: 'z' }] }, ['z']],
  ])('%s', (_, operation, expected) => {
    expect(members(patch(group, operation))).toMatchObject(expected.map((value) => ({ value })));
  });

  it('removes all', () => {
    expect(members(patch(group, { op: 'remove', path: 'members' }))).toBeUndefined();
  });
});
