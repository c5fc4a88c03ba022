import type { JsonValue } from '@bufbuild/protobuf';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestEmulator } from '@/emulator/test-client';
import { environmentSteps, lastSteps, ownSteps, readSteps } from '@/emulator/tour/tour.data';
import { type Things, type Visit, walk } from '@/emulator/tour/walk';
import type { OpenapiAnswers } from './make-openapi-answers';
import document from './openapi-answers.data.json';

const { answers, schemas } = document as unknown as OpenapiAnswers;

/**
 * Where the document and the SDK's descriptors differ, the emulator follows the descriptors: newer, and what every
 * official SDK reads.
 */
const knownDifferences: [fault: RegExp, reason: string][] = [
  [/ additional properties (create_time|update_time|created_at)$/, 'left out of connections in the document'],
  [/ additional properties ui_button_title$/, 'what the hosted page writes on the button of a connection'],
  [/ additional properties connected_account_identifier$/, 'of sign-ins through a connected account'],
  [
    /^\/users?\b.* additional properties (environment_id|first_name|last_name)$/,
    'older names that are still sent',
  ],
  [/ additional properties txt_record_(key|secret)$/, 'in the document only as words of a guide'],
  [/^\/permissions\b.* additional properties tags$/, 'of the permission as a user has it'],
  [
    /status must be equal to one of the allowed values INACTIVE$/,
    'the document leaves out zero values of enums',
  ],
  [
    /(token_auth_type|configuration_type) must be equal to one of the allowed values /,
    'as above: UNSPECIFIED is zero',
  ],
];

let test: TestEmulator;
const visits: Visit[] = [];
const validators = new Map<string, ValidateFunction>();

beforeAll(async () => {
  test = await TestEmulator.start({ scenario: 'demo' });
  for await (const visit of walk({
    steps: [...ownSteps, ...readSteps, ...environmentSteps, ...lastSteps],
    things: findThings(),
    send: (verb, path, body?: JsonValue) => test.call(verb, path, body),
    prepare,
  })) {
    visits.push(visit);
  }
  prepareValidators();
}, 60_000);
afterAll(() => test.stop());

/** Things of the demo that no answer of the tour names. */
function findThings(): Things {
  const { sessions, passkeys, roles, permissions, connectedAccounts } = test.emulator.store;
  const [passkey] = passkeys.all();
  const account = connectedAccounts.all().find(({ connector }) => connector.startsWith('gmail'));
  return {
    word: 'openapi',
    session: sessions.all().findLast(({ ended }) => !ended)?.id ?? '',
    passkey: passkey?.id ?? '',
    passkeyUser: passkey?.userId ?? '',
    memberRole: roles.findBy('name', 'member')[0]?.id ?? '',
    envRole: roles.all().find(({ organizationId }) => !organizationId)?.name ?? '',
    permission: permissions.all().at(0)?.name ?? '',
    tool: 'gmail_get_profile',
    connector: account?.connector ?? '',
    identifier: account?.identifier ?? '',
  };
}

/** What reaches a person by mail or by a page. */
async function prepare({ route }: { route: string }, things: Things): Promise<void> {
  if (route === 'POST /passwordless/email/verify') {
    const text = test.emulator.store.mails.all().at(-1)?.text ?? '';
    things.mailedCode = /code is (\w+)\./.exec(text)?.[1] ?? '';
  }
  if (route === 'POST /connected_accounts/user/verify') {
    const form = new URLSearchParams({ decision: 'allow' });
    const consent = await fetch(things.link ?? '', { method: 'POST', body: form, redirect: 'manual' });
    const target = new URL(consent.headers.get('location') ?? 'none:');
    things.consented = target.searchParams.get('auth_request_id') ?? '';
  }
}

// Closed, so that an answer may not have more than the document says.
function prepareValidators(): void {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  formats.default(ajv, ['date-time', 'uri']);
  for (const [name, schema] of Object.entries(schemas)) {
    const isClosed = schema.properties && schema.additionalProperties === undefined;
    ajv.addSchema(isClosed ? { ...schema, additionalProperties: false } : schema, name);
  }
  for (const name of new Set(Object.values(answers)))
    if (name) validators.set(name, ajv.getSchema(name) as ValidateFunction);
}

/** What is wrong with an answer by its schema, in words. */
function faultsOf(name: string, json: unknown): string[] {
  const validate = validators.get(name);
  if (!validate || validate(json)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) =>
    [instancePath || '/', message, params.additionalProperty, params.allowedValues].filter(Boolean).join(' '),
  );
}

const isGood = (visit: Visit) => 'status' in visit && visit.status < 300;

describe('the REST face against the published OpenAPI document', () => {
  it('is asked for every operation of the document, and answers each', () => {
    const answered = new Set(visits.filter(isGood).map(({ step }) => step.route));
    expect(Object.keys(answers)).toHaveLength(111);
    expect(Object.keys(answers).filter((route) => !answered.has(route))).toEqual([]);
  });

  it.each(knownDifferences.map(([known, reason]) => ({ known, reason })))(
    'still differs: $reason',
    ({ known }) => {
      const faults = visits.flatMap((visit) =>
        isGood(visit) ? faultsOf(answers[visit.step.route] ?? '', (visit as { json: unknown }).json) : [],
      );
      expect(faults.some((fault) => known.test(fault))).toBe(true);
    },
  );

  it.each(Object.entries(answers))('%s answers as documented', (route, name) => {
    const good = visits.filter((visit) => visit.step.route === route && isGood(visit));
    const faults = good.flatMap((visit) => {
      const { json } = visit as { json: unknown };
      return name ? faultsOf(name, json) : Object.keys(json as object);
    });
    const unknown = faults.filter((fault) => !knownDifferences.some(([known]) => known.test(fault)));
    expect([...new Set(unknown)]).toEqual([]);
  });
});
