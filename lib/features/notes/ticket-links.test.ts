import { describe, expect, it } from 'vitest';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { addTicketLink, removeAnyTicketLink, removeTicketLink } from './actions';
import { listTicketLinks } from './queries';
import { ticketLinkLimit } from './schema';

withTestDatabase();
withEmulator();

let counter = 0;
const input = (part: object = {}) => ({
  organizationId: `org_${Date.now()}${++counter}`,
  url: 'https://tickets.example/4711?view=all',
  label: '4711',
  ...part,
});
const list = (organizationId: string) =>
  runQuery(listTicketLinks.definition, 'production', testPrincipal(), { organizationId });

describe('addTicketLink', () => {
  it('keeps the link, and the log its host alone', async () => {
    const somebody = testPrincipal();
    const link = input();
    const { linkId } = await write(addTicketLink, link, somebody);
    expect(await list(link.organizationId)).toMatchObject([{ linkId, url: link.url, label: '4711' }]);
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', action: 'ticket_link.add', details: { host: 'tickets.example' } },
      { kind: 'outcome', outcome: 'ok', targetId: linkId },
    ]);
  });

  it.each([
    'http://tickets.example/1',
    'javascript:alert(1)',
    'data:text/html,hello',
    'tickets.example/1',
    'https://ada:secret@tickets.example/1',
    '',
  ])('refuses “%s” beside the field', async (url) => {
    const error = await failureOf(write(addTicketLink, input({ url })));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual(['url']);
  });

  it('says beside the field that it is there already', async () => {
    const link = input();
    await write(addTicketLink, link);
    const error = await failureOf(write(addTicketLink, link));
    expect(error).toMatchObject({ code: 'conflict', fieldErrors: { url: expect.any(String) } });
  });

  it('stops at the limit', async () => {
    const { organizationId } = input();
    for (let index = 0; index < ticketLinkLimit; index++)
      await write(addTicketLink, input({ organizationId, url: `https://tickets.example/${index}` }));
    expect((await failureOf(write(addTicketLink, input({ organizationId })))).code).toBe('conflict');
  });

  it('refuses a viewer', async () => {
    const viewer = testPrincipal({ role: 'viewer' });
    expect((await failureOf(write(addTicketLink, input(), viewer))).code).toBe('forbidden');
  });
});

describe('removing', () => {
  it('is for who added it, and for leads', async () => {
    const somebody = testPrincipal();
    const { organizationId, ...link } = input();
    const { linkId } = await write(addTicketLink, { organizationId, ...link }, somebody);
    const one = { organizationId, linkId };
    expect((await failureOf(write(removeTicketLink, one))).code).toBe('forbidden');
    expect((await failureOf(write(removeAnyTicketLink, one))).code).toBe('forbidden');
    await write(removeTicketLink, one, somebody);
    expect((await failureOf(write(removeAnyTicketLink, one, testPrincipal({ role: 'lead' })))).code).toBe(
      'not_found',
    );
  });
});
