import { describe, expect, it } from 'vitest';
import { staffNote } from '@/components/doctor/notes';
import { diagnose } from './diagnose';
import type { Change, ConfigurationChange, Evidence } from './evidence';
import { ago, atAcme, connection, evidence, failed, line } from './test-evidence';

const email = 'jane@acme.example';

/** Something that differs between a snapshot two hours before `hours` ago and one then. */
const difference = (hours: number, part: Partial<ConfigurationChange>): ConfigurationChange => ({
  ...{ kind: 'change', id: `chg_${hours}`, verb: 'changed', part: 'connection', name: 'OKTA SAML' },
  ...{ objectId: 'conn_1', at: ago(hours), since: ago(hours + 2), actor: { kind: 'outside' }, fields: [] },
  ...{ action: null, outcome: null, intents: [] },
  ...part,
});
const field = (path: string, before: string | boolean | null, after: string | boolean | null) => ({
  fields: [{ path, before, after }],
});

/** The causes in order, of a person who came in 40 days ago and has failed since an hour ago. */
function causes(changes: ConfigurationChange[], part: Partial<Evidence> = {}) {
  const attempts = [failed, line('success', 24 * 40)];
  const configuration = { changes, seen: { first: ago(9000), last: ago(0) } };
  return diagnose(evidence(email, { ...atAcme, attempts, configuration, ...part }));
}

describe('a change before the first failure', () => {
  it.each([
    ['a certificate replaced', field('certificates/3fa4', null, 'x'), 'certificate_rotated', {}],
    ['a mapping changed', field('attributes/email', 'mail', 'upn'), 'attribute_missing', {}],
    [
      'a domain removed',
      { part: 'domain', verb: 'removed', name: 'acme.example', objectId: 'dom_1' },
      'domain_unclaimed',
      { domains: [] },
    ],
    ['a sign-on address moved', field('signOnAddress', 'a', 'b'), 'saml_request_refused', {}],
  ] as const)('names a cause: %s', (_, change, cause, part) => {
    const { verdict, causes: found } = causes([difference(3, change as object)], part as object);
    expect([verdict, found[0]?.id]).toEqual(['unknown', cause]);
    expect(found[0]?.speaksFor.join(' ')).toMatch(/Somebody outside Keydesk .* between .*say the snapshots/);
  });

  it('stands beside what keeps people out', () => {
    const off = { ...connection, enabled: false };
    const part = { connection: off, connections: [off] };
    const changes = [difference(3, field('enabled', true, false))];
    const { verdict, causes: found } = causes(changes, part);
    expect([verdict, found[0]?.id]).toEqual(['likely', 'connection_disabled']);
    expect(found[0]?.speaksFor[1]).toContain('disabled it between');
  });

  it('weighs more when it was shortly before, and nothing at another connection', () => {
    const mapped = field('attributes/email', 'mail', 'upn');
    const moved = field('signOnAddress', 'a', 'b');
    const order = (...changes: ConfigurationChange[]) => causes(changes).causes.map(({ id }) => id);
    expect(order(difference(3, mapped), difference(24 * 20, moved))).toEqual([
      'attribute_missing',
      'saml_request_refused',
    ]);
    expect(order(difference(3, moved), difference(24 * 20, mapped))[0]).toBe('saml_request_refused');
    expect(order(difference(3, { ...mapped, objectId: 'conn_2' }))).toEqual([]);
  });

  it('counts for our own acts alike: one that it has worked after says nothing', () => {
    const act = (hours: number): Change => ({
      ...{ id: '7', at: ago(hours), who: 'sam@keydesk.test', action: 'connection.map_attributes' },
      ...{ targetId: 'conn_1', outcome: 'ok' },
    });
    expect(causes([], { changes: [act(3)] }).causes[0]?.speaksFor[0]).toContain('sam@keydesk.test changed');
    expect(causes([], { changes: [act(24 * 50)] }).causes).toEqual([]);
  });
});

it('a note for staff tells what changed, from when to when, and from what to what', () => {
  const found = evidence(email, atAcme);
  const changes = [difference(3, field('signOnAddress', 'https://a.example', 'https://b.example'))];
  const note = staffNote(
    {
      ...{ asked: found.asked, now: found.now, diagnosis: diagnose(found), attempts: [], gaps: [] },
      ...{ clockOffsetMs: 0, strip: null, configuration: { changes, seen: null } },
      subject: { email, userId: null, requestId: null, organization: null, connection: null },
    },
    'production',
  );
  expect(note).toMatch(
    /- Outside Keydesk changed the SSO connection OKTA SAML, between .*; Sign-on address: https:\/\/a\.example → https:\/\/b\.example/,
  );
});
