'use client';

import { type FormEvent, useState } from 'react';
import { fetchQuery } from '@/components/live/fetch-query';
import { Button } from '@/components/ui/button';
import { Facts } from '@/components/ui/facts';
import { Input } from '@/components/ui/input';
import { Section } from '@/components/ui/section';
import { findTestId, type TestResult } from '@/lib/features/connection-tests/schema';
import type { DoctorAnswer } from '@/lib/features/doctor/schema';

type Props = {
  environment: string;
  organizationId: string;
  connection: NonNullable<DoctorAnswer['subject']['connection']>;
};

/** What a test sign-in brought, beside what is mapped and how the NameID is read. */
export function CompareClaims({ environment, organizationId, connection }: Props) {
  const [text, setText] = useState('');
  const [test, setTest] = useState<TestResult | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { detail } = connection;
  const read = async (event: FormEvent) => {
    event.preventDefault();
    const testId = findTestId(text);
    if (!testId)
      return setProblem('A test’s id begins with test_. It stands on the page that the test ends on.');
    const input = { organizationId, connectionId: connection.id, testId };
    const result = await fetchQuery<TestResult>('connections.test', environment, input);
    setTest(result.ok ? result.data : null);
    setProblem(result.ok ? null : result.error.message);
  };
  return (
    <Section
      title="What the provider sends, beside what is mapped"
      description="Run a test sign-in on the connection’s page, then give its id here."
    >
      <form onSubmit={(event) => void read(event)} noValidate className="mb-3 flex flex-wrap items-end gap-2">
        <div className="min-w-0">
          <label htmlFor="claims-test" className="text-table font-medium">
            Test id
          </label>
          <Input
            id="claims-test"
            value={text}
            onChange={(event) => setText(event.target.value)}
            maxLength={4_000}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? 'claims-problem' : undefined}
            className="mt-1 w-72 max-w-full font-mono text-xs"
          />
        </div>
        <Button type="submit">Show what came</Button>
      </form>
      {problem ? (
        <p id="claims-problem" role="alert" className="mb-3 text-table text-danger-text">
          {problem}
        </p>
      ) : null}
      <div className="grid gap-6 md:grid-cols-2">
        <div>
          <h3 className="mb-2 text-table font-medium">Here</h3>
          <Facts
            facts={[
              { term: 'NameID format', value: detail?.nameIdFormat?.toLowerCase() ?? 'none: not SAML' },
              ...(detail?.mapping.map(({ key, value }) => ({ term: key, value: <code>{value}</code> })) ??
                []),
              ...(detail?.mapping.length
                ? []
                : [{ term: 'Mapping', value: 'none: the usual names are read' }]),
            ]}
          />
        </div>
        <div aria-live="polite">
          <h3 className="mb-2 text-table font-medium">In the test sign-in</h3>
          {test && test.status !== 'pending' ? (
            <Facts
              facts={[
                ...(test.error ? [{ term: 'It ended in', value: <code>{test.error}</code> }] : []),
                { term: 'E-mail', value: test.email ?? 'did not come' },
                ...test.claims.map(({ name, value }) => ({ term: name, value })),
              ]}
            />
          ) : (
            <p className="text-table text-quiet">
              {test ? 'The test has not ended yet.' : 'No test was read.'}
            </p>
          )}
        </div>
      </div>
    </Section>
  );
}
