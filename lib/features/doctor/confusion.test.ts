import { afterAll, describe, expect, it } from 'vitest';
import type { failures } from '@/emulator/sign-in/outcomes.data';
import { runQuery } from '@/lib/server/define-query';
import { signInErrors } from '@/lib/sign-in-errors.data';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { diagnoseLogin } from './queries';
import { type Customer, newCustomer, setEnabled, setMembership, signIn } from './test-failures';

// One seeded failure per documented code, looked at twice: with what the browser landed on, and from the log alone.

process.env.API_BUDGET_PER_MINUTE = '100000';
withTestDatabase();
const holder = withEmulator();

type Seeded = { landed: string; email: string };
type Seed = { code: string; truth: string; name?: string; sow: () => Promise<Seeded> };

const isSaml = (code: string) => /saml|acs|assertion|response_expired|signature|invalid_status/.test(code);

/** Fails at the provider as the emulator’s simulator can, with nothing wrong on our side. */
const atProvider = (code: string) => async (): Promise<Seeded> => {
  const customer = await newCustomer(holder.current, { saml: isSaml(code) });
  return answer(customer, { email: customer.email, outcome: code });
};

async function answer(customer: Customer, form: Record<string, string>): Promise<Seeded> {
  const asked = { connection_id: customer.connectionId };
  const landed = await signIn(holder.current, asked, form);
  return { landed, email: form.email ?? customer.email };
}

const asking =
  (asked: (customer: Customer) => Record<string, string>, email = (customer: Customer) => customer.email) =>
  async (): Promise<Seeded> => {
    const customer = await newCustomer(holder.current);
    const landed = await signIn(holder.current, {
      ...asked(customer),
      login_hint: email(customer),
    });
    return { landed, email: email(customer) };
  };

/** The causes behind the codes that only the provider knows more of; written down apart from the rules. */
const truths: Record<keyof typeof failures, string> = {
  access_denied: 'person_cancelled',
  unauthorized: 'not_assigned',
  authentication_not_completed: 'sign_in_unfinished',
  user_login_required: 'session_required',
  mandatory_attribute_missing: 'attribute_missing',
  invalid_id_token: 'id_token_invalid',
  failed_to_exchange_token: 'client_secret_wrong',
  user_info_retrieve_failed: 'user_info_unreachable',
  invalid_saml_metadata: 'metadata_unusable',
  invalid_saml_request: 'saml_request_refused',
  invalid_saml_response: 'audience_mismatch',
  invalid_saml_form_params: 'post_incomplete',
  malformed_saml_response: 'response_unreadable',
  signature_validation_failed: 'certificate_rotated',
  invalid_acs_url: 'acs_mismatch',
  invalid_assertion_url: 'acs_mismatch',
  invalid_status: 'provider_refused',
  assertion_expired: 'customer_clock',
  response_expired: 'customer_clock',
  server_error: 'scalekit_fault',
};

const seeds: Seed[] = [
  ...Object.entries(truths).map(([code, truth]) => ({ code, truth, sow: atProvider(code) })),
  {
    ...{ code: 'signature_validation_failed', name: 'under an expired certificate' },
    truth: 'certificate_expired',
    sow: async () => {
      const customer = await newCustomer(holder.current, { saml: true, certificateDays: -3 });
      return answer(customer, { email: customer.email, outcome: 'signature_validation_failed' });
    },
  },
  {
    code: 'invalid_connection_selector',
    truth: 'selector_missing',
    sow: async () => ({ landed: await signIn(holder.current, {}), email: 'nobody@nowhere.example' }),
  },
  {
    code: 'invalid_connection_id',
    truth: 'connection_unknown',
    sow: asking(() => ({ connection_id: 'conn_0' })),
  },
  {
    code: 'invalid_organization_id',
    truth: 'organization_unknown',
    sow: asking(() => ({ organization_id: 'org_0' })),
  },
  {
    code: 'no_configured_connections',
    truth: 'provider_not_configured',
    sow: asking(() => ({ provider: 'google' })),
  },
  {
    code: 'domain_not_found',
    truth: 'domain_unclaimed',
    sow: asking(
      () => ({}),
      () => 'ines@unclaimed.example',
    ),
  },
  { code: 'invalid_request', truth: 'request_malformed', sow: asking(() => ({ prompt: 'sometimes' })) },
  ...(['connection_not_active', 'no_active_connections'] as const).map((code) => ({
    code,
    truth: 'connection_disabled',
    sow: async () => {
      const customer = await newCustomer(holder.current);
      setEnabled(holder.current, customer.connectionId, false);
      const { connectionId: connection_id, organizationId: organization_id, email } = customer;
      const asked: Record<string, string> =
        code === 'connection_not_active' ? { connection_id } : { organization_id };
      return { landed: await signIn(holder.current, { ...asked, login_hint: email }), email };
    },
  })),
  {
    ...{ code: 'no_active_connections', name: 'without a connection' },
    truth: 'connection_missing',
    sow: async () => {
      const { organizationId, email } = await newCustomer(holder.current, { withConnection: false });
      const asked = { organization_id: organizationId, login_hint: email };
      return { landed: await signIn(holder.current, asked), email };
    },
  },
  {
    code: 'invalid_user_domain',
    truth: 'foreign_domain',
    sow: async () => answer(await newCustomer(holder.current), { email: 'bo@contract-crew.example' }),
  },
  {
    code: 'user_not_active',
    truth: 'membership_inactive',
    sow: async () => {
      const customer = await newCustomer(holder.current);
      setMembership(holder.current, customer.organizationId, customer.email, 'inactive');
      return answer(customer, { email: customer.email });
    },
  },
  {
    ...{ code: 'unauthorized', name: 'no member, and no newcomers' },
    truth: 'not_a_member',
    sow: async () => {
      const one = await newCustomer(holder.current, { letsNewcomersIn: false });
      return answer(one, { email: `cy@${one.domain}` });
    },
  },
  // The issuer answers an unknown application on a page of its own; the other code is one that the emulator has not.
  ...(['invalid_client', 'application_not_active'] as const).map((code) => ({
    code,
    truth: code === 'invalid_client' ? 'client_unknown' : 'application_off',
    sow: async () => ({
      landed: `https://app.example/callback?error=${code}&error_description=Refused&state=st`,
      email: 'nobody@nowhere.example',
    }),
  })),
];

const ask = (text: string) => runQuery(diagnoseLogin.definition, 'production', testPrincipal(), { text });

type Line = { seeded: string; verdict: string; first: string; right: string };
const tables: Record<'with the code' | 'from the log alone', Line[]> = {
  'with the code': [],
  'from the log alone': [],
};

afterAll(() => {
  for (const [name, lines] of Object.entries(tables)) {
    const sums = new Map<string, number>();
    for (const { right } of lines) sums.set(right, (sums.get(right) ?? 0) + 1);
    console.info(`\nLogin doctor, ${name}: ${[...sums].map(([word, n]) => `${n} ${word}`).join(', ')}`);
    console.table(lines);
  }
});

it('has a seed for every documented code', () => {
  expect(new Set(seeds.map(({ code }) => code))).toEqual(new Set(Object.keys(signInErrors)));
});

describe('each documented failure', () => {
  it.each(seeds)('$code $name', async ({ code, truth, name, sow }) => {
    const { landed, email } = await sow();
    expect(landed).toContain(`error=${code}`);
    const seeded = [code, name].filter(Boolean).join(' ');

    const [withCode, codeAlone, fromLog] = await Promise.all([
      ask(`${email} ${landed}`),
      ask(code),
      ask(email),
    ]);
    const [top] = withCode.diagnosis.causes;
    const isRight = withCode.diagnosis.verdict === 'found' && top?.id === truth;
    tables['with the code'].push({
      ...{ seeded, verdict: withCode.diagnosis.verdict, first: top?.id ?? '' },
      right: isRight ? 'right' : 'wrong',
    });
    expect([withCode.diagnosis.verdict, top?.id]).toEqual(['found', truth]);
    expect(codeAlone.diagnosis.causes.map(({ id }) => id)).toContain(truth);
    expect(JSON.stringify(withCode)).not.toContain('state=');

    const { verdict, causes, ask: asks } = fromLog.diagnosis;
    // “Most likely” is a claim: another cause in front makes it a wrong answer.
    const named = verdict === 'likely' ? causes.slice(0, 1) : causes;
    const isNamed = named.some(({ id }) => id === truth);
    const isHonest = (verdict === 'unknown' || verdict === 'nothing') && asks.length > 0;
    tables['from the log alone'].push({
      ...{ seeded, verdict, first: causes[0]?.id ?? '' },
      right: isNamed ? 'named' : isHonest ? 'asks' : 'wrong',
    });
    expect(isNamed || isHonest, `${verdict}: ${causes.map(({ id }) => id)}`).toBe(true);
  });
});

describe('what is no failure', () => {
  it('is called healthy, and one that has passed recovered', async () => {
    const customer = await newCustomer(holder.current, { saml: true });
    await answer(customer, { email: customer.email });
    expect((await ask(customer.email)).diagnosis).toMatchObject({ verdict: 'healthy', causes: [] });
    const other = await newCustomer(holder.current);
    await answer(other, { email: other.email, outcome: 'server_error' });
    await answer(other, { email: other.email });
    expect((await ask(other.email)).diagnosis).toMatchObject({ verdict: 'recovered' });
  });

  it('is not healthy any more when the connection was disabled since', async () => {
    const customer = await newCustomer(holder.current);
    await answer(customer, { email: customer.email });
    setEnabled(holder.current, customer.connectionId, false);
    const { verdict, causes } = (await ask(customer.email)).diagnosis;
    expect([verdict, causes[0]?.id]).toEqual(['likely', 'connection_disabled']);
  });

  it('is unknown where the evidence contradicts the code', async () => {
    const customer = await newCustomer(holder.current);
    await answer(customer, { email: customer.email });
    const [contradicted, twice] = await Promise.all([
      ask(`${customer.email} user_not_active`),
      ask('error=server_error and then error: access_denied'),
    ]);
    expect(contradicted.diagnosis).toMatchObject({
      verdict: 'unknown',
      ask: [expect.stringContaining('no failed')],
    });
    expect(twice.diagnosis.verdict).toBe('found');
    expect((await ask('server_error, access_denied')).diagnosis.verdict).toBe('unknown');
  });
});
