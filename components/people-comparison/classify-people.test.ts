import { describe, expect, it } from 'vitest';
import type {
  ComparedDirectoryUser,
  ComparedIdentity,
  ComparedMember,
} from '@/lib/features/people-comparison/schema';
import { type Comparison, classifyPeople, countFindings } from './classify-people';

const okta = { id: 'dir_1', name: 'Okta Directory', enabled: true };
const entra = { id: 'dir_2', name: 'Entra Directory', enabled: true };

let count = 0;
const member = (email: string, part: Partial<ComparedMember> = {}): ComparedMember => {
  count += 1;
  const common = { status: 'active', provisioningMethod: null, identities: [] } as const;
  return { userId: `usr_${count}`, email, externalId: null, ...common, identities: [], ...part };
};
const known = (email: string, part: Partial<ComparedDirectoryUser> = {}): ComparedDirectoryUser => {
  count += 1;
  const common = { directoryId: okta.id, otherEmails: [], userName: email, externalId: null, isActive: true };
  return { id: `diruser_${count}`, email, ...common, ...part };
};
const identity = (subject: string): ComparedIdentity => ({
  connectionId: 'conn_1',
  provider: 'Okta',
  subject,
  lastLoginAt: null,
});
const compare = (part: Partial<Comparison>) =>
  classifyPeople({
    members: [],
    directoryUsers: [],
    directories: [okta],
    verifiedDomains: ['heron.example'],
    membersWhole: true,
    directoriesWhole: true,
    ...part,
  });
const kinds = (part: Partial<Comparison>) =>
  compare(part).map(({ findings }) => findings.map(({ kind }) => kind).join('+') || 'fits');
const details = (part: Partial<Comparison>) =>
  compare(part).flatMap(({ findings }) => findings.map(({ detail }) => detail));

describe('one person, one record each', () => {
  it.each<[string, ComparedMember, ComparedDirectoryUser]>([
    ['by address', member('ada@heron.example'), known('ada@heron.example')],
    ['by address in another case', member('ada@heron.example'), known('Ada@Heron.example')],
    [
      'by a second address',
      member('ada@heron.example'),
      known('a.heron@other.example', { otherEmails: ['ada@heron.example'] }),
    ],
    [
      'by a user name that is an address',
      member('ada@heron.example'),
      known('', { userName: 'ada@heron.example' }),
    ],
  ])('fits %s', (_name, one, user) => {
    expect(kinds({ members: [one], directoryUsers: [user] })).toEqual(['fits']);
  });

  it('keeps strangers apart', () => {
    const members = [member('ada@heron.example'), member('bo@heron.example')];
    expect(kinds({ members, directoryUsers: members.map(({ email }) => known(email)) })).toEqual([
      'fits',
      'fits',
    ]);
  });

  it('does not join by an id as short as a counter', () => {
    const members = [
      member('ada@heron.example', { externalId: '7' }),
      member('bo@heron.example', { externalId: '7' }),
    ];
    expect(compare({ members })).toHaveLength(2);
  });
});

describe('duplicates', () => {
  it.each<[string, ComparedMember, ComparedMember, RegExp]>([
    ['case', member('ada@heron.example'), member('Ada@Heron.example'), /but for its case/],
    ['an alias', member('ada@heron.example'), member('ada+sso@heron.example'), /an alias/],
    [
      'an external id',
      member('ada@heron.example', { externalId: 'emp-77' }),
      member('a.heron@heron.example', { externalId: 'emp-77' }),
      /external id/,
    ],
    [
      'an identity',
      member('ada@heron.example', { identities: [identity('00u1')] }),
      member('ada.h@heron.example', { identities: [identity('00u1')] }),
      /identity provider/,
    ],
    [
      'an identity that is the other’s address',
      member('ada@heron.example'),
      member('ada.h@heron.example', { identities: [identity('ada@heron.example')] }),
      /the same id/,
    ],
  ])('are found by %s', (_name, one, other, words) => {
    const directoryUsers = [known(one.email)];
    const [person, ...rest] = compare({ members: [one, other], directoryUsers });
    expect(rest).toEqual([]);
    expect(person?.findings).toMatchObject([{ kind: 'duplicate', detail: expect.stringMatching(words) }]);
  });

  it('join a SCIM member and a just-in-time one by the id that the provider gave both', () => {
    const directoryUsers = [known('ada.fenwick@heron.example', { externalId: '00u9abc' })];
    const members = [
      member('ada.fenwick@heron.example'),
      member('afenwick@heron.example', {
        provisioningMethod: 'jit_using_sso',
        identities: [identity('00u9abc')],
      }),
    ];
    expect(kinds({ members, directoryUsers })).toEqual(['duplicate']);
  });

  it('are found over a chain of three', () => {
    const members = [
      member('ada@heron.example', { externalId: 'emp-1' }),
      member('ada+1@heron.example', { externalId: 'emp-2' }),
      member('fenwick@heron.example', { externalId: 'emp-2' }),
    ];
    expect(compare({ members })).toMatchObject([{ members: [{}, {}, {}] }]);
  });

  it('are found inside one directory, and over two', () => {
    const twice = [known('ada@heron.example'), known('ADA@heron.example')];
    expect(details({ members: [member('ada@heron.example')], directoryUsers: twice })).toEqual([
      '2 records in Okta Directory.',
    ]);
    const both = [known('ada@heron.example'), known('ada@heron.example', { directoryId: entra.id })];
    expect(
      details({ members: [member('ada@heron.example')], directoryUsers: both, directories: [okta, entra] }),
    ).toEqual(['Pushed by Okta Directory and Entra Directory: the last push wins.']);
  });
});

describe('orphans', () => {
  const members = [member('ada@heron.example', { provisioningMethod: 'jit_using_sso' })];

  it('are members whom an authoritative directory does not know', () => {
    expect(details({ members })).toEqual([
      expect.stringMatching(/^Came in by a first sign-in; Okta Directory/),
    ]);
  });

  it.each<[string, Partial<Comparison>]>([
    ['there is no directory', { directories: [] }],
    ['it is disabled', { directories: [{ ...okta, enabled: false }] }],
    ['it was not read to its end', { directoriesWhole: false }],
    ['the domain is another', { verifiedDomains: ['other.example'] }],
    ['the domains are not known', { verifiedDomains: null }],
  ])('are none where %s', (_name, part) => {
    expect(kinds({ members, ...part })).toEqual(['fits']);
  });

  it('are not those who are only invited', () => {
    expect(kinds({ members: [member('ada@heron.example', { status: 'invited' })] })).toEqual(['fits']);
  });
});

describe('missing', () => {
  it.each<[string, Partial<Comparison>, RegExp]>([
    [
      'whose domain is not verified',
      { directoryUsers: [known('ada@partner.example')] },
      /partner\.example is no verified/,
    ],
    ['who ought to be there', { directoryUsers: [known('ada@heron.example')] }, /A push of the person/],
    [
      'whose directory is off',
      { directoryUsers: [known('ada@heron.example')], directories: [{ ...okta, enabled: false }] },
      /is disabled/,
    ],
    [
      'with domains unknown',
      { directoryUsers: [known('ada@partner.example')], verifiedDomains: null },
      /A push of the person/,
    ],
    [
      'of whom the directory does not say whether they are active',
      { directoryUsers: [known('ada@heron.example', { isActive: null })] },
      /A push/,
    ],
  ])('are directory users %s', (_name, part, words) => {
    expect(compare(part)).toMatchObject([
      { findings: [{ kind: 'missing', detail: expect.stringMatching(words) }] },
    ]);
  });

  it('are not those who have left, nor anybody while members are unread', () => {
    expect(kinds({ directoryUsers: [known('ada@heron.example', { isActive: false })] })).toEqual(['fits']);
    expect(kinds({ directoryUsers: [known('ada@heron.example')], membersWhole: false })).toEqual(['fits']);
  });
});

describe('who has left', () => {
  const members = [member('ada@heron.example')];

  it('is still a member', () => {
    expect(kinds({ members, directoryUsers: [known('ada@heron.example', { isActive: false })] })).toEqual([
      'left',
    ]);
  });

  it('is not somebody active in another directory, or already inactive', () => {
    const users = [
      known('ada@heron.example', { isActive: false }),
      known('ada@heron.example', { directoryId: entra.id }),
    ];
    expect(kinds({ members, directoryUsers: users, directories: [okta, entra] })).toEqual(['duplicate']);
    const inactive = [member('ada@heron.example', { status: 'inactive' })];
    expect(
      kinds({ members: inactive, directoryUsers: [known('ada@heron.example', { isActive: false })] }),
    ).toEqual(['fits']);
  });
});

it('tells of addresses that differ where only an id joins', () => {
  const members = [member('ada@heron.example', { externalId: 'emp-9' })];
  const directoryUsers = [known('ada.fenwick@heron.example', { externalId: 'emp-9' })];
  expect(kinds({ members, directoryUsers })).toEqual(['differs']);
});

it('counts people, not findings', () => {
  const people = compare({
    members: [member('ada@heron.example'), member('Ada@heron.example'), member('bo@heron.example')],
    directoryUsers: [known('cy@heron.example')],
  });
  expect(countFindings(people)).toEqual({ duplicate: 1, orphan: 2, missing: 1, left: 0, differs: 0 });
});

it('compares ten thousand without growing by the square', () => {
  const members = Array.from({ length: 10_000 }, (_, index) => member(`p${index}@heron.example`));
  const started = process.cpuUsage();
  expect(compare({ members, directoryUsers: members.map(({ email }) => known(email)) })).toHaveLength(10_000);
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(5_000);
});
