import type { JsonObject } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { matchesFilter } from './match-filter';
import { parseFilter } from './parse-filter';

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const user: JsonObject = {
  id: 'diruser_1',
  externalId: '00uAbC',
  userName: 'Ada.L@Acme.example',
  displayName: 'Ada "the first" L',
  active: true,
  age: 36,
  emails: [
    { type: 'work', primary: true, value: 'Ada.L@acme.example' },
    { type: 'home', value: 'ada@home.example' },
  ],
  meta: { lastModified: '2026-03-01T00:00:00Z' },
  [enterprise]: { department: 'Numbers' },
  nickName: '',
};

describe('a filter', () => {
  it.each([
    ['userName eq "ada.l@acme.EXAMPLE"', true],
    ['USERNAME Eq "ada.l@acme.example"', true],
    ['userName eq "someone"', false],
    ['externalId eq "00uAbC"', true],
    ['externalId eq "00uabc"', false],
    ['displayName eq "Ada \\"the first\\" L"', true],
    ['emails.value eq "ada@home.example"', true],
    ['emails eq "ADA@home.example"', true],
    ['emails[type eq "work"].value eq "ada.l@acme.example"', true],
    ['emails[type eq "home" and value co "home.example"]', true],
    ['emails[type eq "home" and primary eq true]', false],
    ['active eq true', true],
    ['active eq "true"', false],
    ['active ne true', false],
    ['age gt 35 and age le 36', true],
    ['userName sw "ada" and userName ew ".example"', true],
    ['userName eq "x" or active eq true and age lt 3', false],
    ['(userName eq "x" or active eq true) and age ge 36', true],
    ['not (userName eq "x")', true],
    ['nickName pr', false],
    ['displayName pr', true],
    ['title pr', false],
    ['meta.lastModified gt "2026-01-01T00:00:00Z"', true],
    [`${enterprise}:department eq "numbers"`, true],
    ['urn:ietf:params:scim:schemas:core:2.0:User:userName sw "ADA"', true],
    ['title eq null', false],
    ['constructor pr', false],
  ])('%s: %s', (text, expected) => {
    expect(matchesFilter(parseFilter(text), user)).toBe(expected);
  });

  it.each([
    '',
    'userName',
    'userName eq',
    'userName is "x"',
    'userName eq x',
    'userName eq "x" and',
    'userName eq "x" userName eq "y"',
    '(userName eq "x"',
    'emails[type eq "work"',
    'emails[type eq "work"].value',
    '"userName" eq "x"',
    'userName eq "x',
    'userName eq {}',
    'userName eq "x")',
    `${'('.repeat(5_000)}userName pr${')'.repeat(5_000)}`,
  ])('refuses %#', (text) => {
    expect(() => parseFilter(text)).toThrow(
      expect.objectContaining({ status: 400, scimType: 'invalidFilter' }),
    );
  });
});
