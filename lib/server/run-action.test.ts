import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Permission } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { withTestDatabase } from '@/tests/setup/database';
import { testPrincipal } from '@/tests/setup/principal';
import { errorOf } from '@/tests/setup/stub-client';
import { errorBody, hangUp, json, type StubScalekit, startStubScalekit } from '@/tests/setup/stub-scalekit';
import type { ActionContext, ActionDefinition } from './action-definition';
import { runAction } from './run-action';

withTestDatabase();

let stub: StubScalekit;
beforeAll(async () => {
  stub = await startStubScalekit();
  process.env.SCALEKIT_PRODUCTION_URL = stub.environment.url;
});
beforeEach(() => {
  stub.requests.length = 0;
  stub.answer(json(200, { organization: { id: 'org_1', display_name: 'Acme' } }));
});
afterAll(() => stub.stop());

const input = z.object({ organizationId: z.string(), name: z.string().min(1, 'Give it a name.') });
type Data = { id: string; secret: string };

/** Renames an organization; what it returns holds a secret that the log must not see. */
function rename(permission: Permission = 'organization.update'): ActionDefinition<typeof input, Data> {
  return {
    permission,
    input,
    scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
    run: async ({ organizationId, name }, { scalekit }) => {
      const { organization } = await scalekit.organizations.updateOrganization({
        identities: { case: 'id', value: organizationId },
        organization: { displayName: name },
      });
      return { id: organization?.id ?? '', secret: 'never-in-the-log' };
    },
    audit: {
      target: ({ organizationId }) => ({ type: 'organization', id: organizationId }),
      details: ({ name }) => ({ name }),
      result: ({ id }) => ({ details: { changed: id } }),
    },
  };
}

const requestOf = (name = 'Acme', submissionId = randomUUID(), organizationId = 'org_1') => ({
  environment: 'production',
  submissionId,
  ticket: 'ACME-7',
  input: { organizationId, name },
});

/** A person whose log rows are told apart by e-mail. */
const someone = (part: Partial<Principal> = {}) =>
  testPrincipal({ email: `${randomUUID()}@keydesk.test`, ...part });
const rowsOf = ({ email }: Principal) =>
  db().staffLog.findMany({ where: { actorEmail: email }, orderBy: { id: 'asc' } });

describe('a write', () => {
  it('has its intent in the log before it leaves, and its outcome after', async () => {
    const person = someone();
    let rowsWhenItArrived: { kind: string }[] = [];
    stub.answer(async (response, request) => {
      rowsWhenItArrived = await rowsOf(person);
      json(200, { organization: { id: 'org_1' } })(response, request);
    });
    expect(await runAction(rename(), person, requestOf())).toEqual({
      id: 'org_1',
      secret: 'never-in-the-log',
    });
    expect(rowsWhenItArrived).toMatchObject([{ kind: 'intent' }]);
    const rows = await rowsOf(person);
    expect(rows).toMatchObject([
      {
        kind: 'intent',
        action: 'organization.update',
        organizationId: 'org_1',
        ticket: 'ACME-7',
        details: { name: 'Acme' },
      },
      { kind: 'outcome', outcome: 'ok', intentId: rows[0]?.id, details: { changed: 'org_1' } },
    ]);
    const whole = JSON.stringify(rows, (_key, value) => (typeof value === 'bigint' ? String(value) : value));
    expect(whole).not.toContain('never-in-the-log');
  });

  it('that Scalekit refuses is logged as failed, with code and request id', async () => {
    const person = someone();
    stub.answer(json(409, errorBody(6, 'taken'), { 'x-trace-id': 'trace-1' }));
    expect(await errorOf(runAction(rename(), person, requestOf()))).toMatchObject({ code: 'conflict' });
    expect((await rowsOf(person))[1]).toMatchObject({
      outcome: 'failed',
      errorCode: 'conflict',
      requestId: 'trace-1',
    });
  });

  it('whose answer is lost is logged as unknown', async () => {
    const person = someone();
    stub.answer(hangUp);
    expect(await errorOf(runAction(rename(), person, requestOf()))).toMatchObject({ unknown: true });
    expect((await rowsOf(person))[1]).toMatchObject({ outcome: 'unknown', errorCode: 'unavailable' });
  });

  it('that breaks inside Keydesk is logged as failed, and the cause stays inside', async () => {
    const person = someone();
    const broken = { ...rename(), run: () => Promise.reject(new TypeError('x is undefined')) };
    const error = await errorOf(runAction(broken, person, requestOf()));
    expect(error).toMatchObject({ code: 'internal', requestId: expect.stringMatching(/^kd_/) });
    expect(error.message).not.toContain('undefined');
    expect((await rowsOf(person))[1]).toMatchObject({ outcome: 'failed', requestId: error.requestId });
  });

  it('keeps its result when the outcome cannot be described', async () => {
    const person = someone();
    const definition = rename();
    const result = () => {
      throw new Error('no such field');
    };
    const data = await runAction(
      { ...definition, audit: { ...definition.audit, result } },
      person,
      requestOf(),
    );
    expect(data.id).toBe('org_1');
    expect(await rowsOf(person)).toMatchObject([{ kind: 'intent' }]);
  });
});

describe('a second submission of the same form', () => {
  it('is refused and not sent: two at once, and one later', async () => {
    const person = someone();
    const request = requestOf();
    const results = await Promise.allSettled([
      runAction(rename(), person, request),
      runAction(rename(), person, request),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await errorOf(runAction(rename(), person, request))).toMatchObject({ code: 'conflict' });
    expect(stub.requests).toHaveLength(1);
    expect(await rowsOf(person)).toHaveLength(2);
  });
});

describe('no intent row, no call', () => {
  it('holds when the log cannot be written', async () => {
    const person = someone();
    await db().$executeRaw`ALTER TABLE staff_log RENAME TO staff_log_away`;
    const error = await errorOf(runAction(rename(), person, requestOf()));
    await db().$executeRaw`ALTER TABLE staff_log_away RENAME TO staff_log`;
    expect(error).toMatchObject({ code: 'unavailable', unknown: false });
    expect(error.message).toContain('nothing was sent');
    expect(stub.requests).toHaveLength(0);
  });
});

describe('who may', () => {
  it('a role that does not include it is refused and logged, and hears nothing about its input', async () => {
    const person = someone({ role: 'viewer' });
    const error = await errorOf(runAction(rename(), person, requestOf('')));
    expect(error).toMatchObject({ code: 'forbidden', fieldErrors: undefined });
    expect(await rowsOf(person)).toMatchObject([
      { kind: 'denied', action: 'organization.update', errorCode: 'forbidden' },
    ]);
    expect(stub.requests).toHaveLength(0);
  });

  it('bad input is told by field and not logged', async () => {
    const person = someone();
    const error = await errorOf(runAction(rename(), person, requestOf('')));
    expect(error).toMatchObject({ code: 'invalid', fieldErrors: { name: 'Give it a name.' } });
    expect(await rowsOf(person)).toEqual([]);
  });

  it('a person limited to some customers does not learn that another exists', async () => {
    const person = someone({ customers: new Set(['org_2']) });
    expect(await errorOf(runAction(rename(), person, requestOf()))).toMatchObject({ code: 'not_found' });
    expect(await rowsOf(person)).toMatchObject([
      { kind: 'denied', errorCode: 'not_found', organizationId: 'org_1' },
    ]);
    expect(stub.requests).toHaveLength(0);
    await runAction(rename(), person, requestOf('Acme', randomUUID(), 'org_2'));
    expect(stub.requests).toHaveLength(1);
  });

  it('a step-up is asked for after the input is right, and logged', async () => {
    const person = someone({ role: 'lead', authTime: new Date(Date.now() - 11 * 60_000) });
    const remove = rename('organization.delete');
    expect(await errorOf(runAction(remove, person, requestOf('')))).toMatchObject({ code: 'invalid' });
    expect(await errorOf(runAction(remove, person, requestOf()))).toMatchObject({
      code: 'unauthenticated',
      stepUp: true,
    });
    expect(await rowsOf(person)).toMatchObject([{ kind: 'denied', errorCode: 'unauthenticated' }]);
    await runAction(remove, { ...person, authTime: new Date() }, requestOf());
    expect(stub.requests).toHaveLength(1);
  });

  it('a scope that cannot be looked up is an error, not a refusal', async () => {
    const person = someone();
    const lost = {
      ...rename(),
      scope: async (_input: unknown, { scalekit }: ActionContext) => {
        await scalekit.organizations.getOrganization({ identities: { case: 'id', value: 'org_9' } });
        return { kind: 'environment' } as const;
      },
    };
    stub.answer(json(404, errorBody(5, 'organization not found')));
    expect(await errorOf(runAction(lost, person, requestOf()))).toMatchObject({ code: 'not_found' });
    expect(await rowsOf(person)).toEqual([]);
  });
});

describe('a request that no form of ours would send', () => {
  it.each([
    ['no submission id', { environment: 'production', input: {} }],
    ['a made-up submission id', { ...requestOf(), submissionId: '1' }],
    ['nothing', undefined],
  ])('%s is invalid', async (_name, request) => {
    const error = await errorOf(runAction(rename(), someone(), request as never));
    expect(error.code).toBe('invalid');
    expect(stub.requests).toHaveLength(0);
  });

  it('an unknown environment is not found', async () => {
    const request = { ...requestOf(), environment: 'staging' };
    expect(await errorOf(runAction(rename(), someone(), request))).toMatchObject({ code: 'not_found' });
  });
});

it('says that nothing was sent when its own records cannot be read, and calls that no refusal', async () => {
  const somebody = someone();
  await db().$executeRaw`ALTER TABLE environment_freeze RENAME TO elsewhere`;
  try {
    const error = await errorOf(runAction(rename(), somebody, requestOf()));
    expect(error).toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('nothing was sent'),
    });
  } finally {
    await db().$executeRaw`ALTER TABLE elsewhere RENAME TO environment_freeze`;
  }
  expect(stub.requests).toEqual([]);
  expect(await db().staffLog.count({ where: { actorEmail: somebody.email } })).toBe(0);
});
