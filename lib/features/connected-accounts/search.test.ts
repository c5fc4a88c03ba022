import { describe, expect, it } from 'vitest';
import { accountAddress, readAccountSearch } from './search';

const read = (address: object) => readAccountSearch(accountAddress.parse(address));

describe('readAccountSearch', () => {
  it('reads every filter from the address', () => {
    const address = {
      ...{ q: ' ada ', organization: 'org_1', user: 'usr_2', connection: 'gmail, slack' },
      ...{ provider: 'GMAIL', status: 'needs_link' },
    };
    expect(read(address)).toEqual({
      search: {
        ...{ text: 'ada', organizationId: 'org_1', userId: 'usr_2', connections: 'gmail, slack' },
        ...{ provider: 'GMAIL', status: 'needs_link' },
      },
      problems: {},
    });
  });

  it('leaves out what makes no sense, with a sentence for each, and keeps the rest', () => {
    const names = Array.from({ length: 21 }, (_, index) => `c${index}`).join(',');
    const { search, problems } = read({
      ...{ q: 'ada', organization: 'acme', user: 'ada', connection: names, status: 'gone', provider: ['a'] },
    });
    expect(search).toMatchObject({
      text: 'ada',
      organizationId: '',
      userId: '',
      connections: '',
      status: '',
    });
    expect(problems).toEqual({
      organization: 'An organization id starts with org_.',
      user: 'A user id starts with usr_.',
      connection: 'At most 20 keys.',
      status: 'There is no such state.',
    });
  });

  it('survives 100 KB of junk in each field', () => {
    const junk = '\u0000<x>'.repeat(25_000);
    const all = { q: junk, organization: junk, user: junk, connection: junk, provider: junk, status: junk };
    expect(Object.keys(read(all).problems)).toHaveLength(6);
  });
});
