'use client';

import { getDefaultFormState, type RJSFSchema } from '@rjsf/utils';
import { useState } from 'react';
import { FormGroup } from '@/components/agents/form-group';
import { ActionForm } from '@/components/forms/action-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { useActionForm } from '@/components/forms/use-action-form';
import { announce } from '@/components/ui/announce';
import { Section } from '@/components/ui/section';
import { runTool } from '@/lib/features/tools/actions';
import { type RunResult, runToolInput, type Schema, type ToolAccount } from '@/lib/features/tools/schema';
import { AccountFields } from './account-fields';
import { checkParams } from './input/check';
import { ToolInput } from './input/tool-input';
import { interpretingValidator } from './input/validator';
import { ReasonField } from './reason-field';
import { RunOutput } from './run-output';

type Props = {
  environment: string;
  name: string;
  schema: Schema | null;
  accounts: ToolAccount[] | null;
  /** What the address names already. */
  account: { identifier: string; connector: string; accountId: string };
  inProduction: boolean;
};

const noInput: Schema = { type: 'object', properties: {} };

// Mail, files, tickets: no draft holds them.
const secretFields = ['params'];

/** Runs a tool with somebody's account; the result stands below and nowhere else. */
export function RunTool({ environment, name, schema, accounts, account, inProduction }: Props) {
  const [result, setResult] = useState<RunResult | null>(null);
  const input = schema ?? noInput;
  const [params] = useState(() => defaultsOf(input));
  const form = useActionForm({
    name: `tool.run:${name}`,
    environment,
    schema: runToolInput,
    defaultValues: {
      ...{ name, params, ...account },
      ...{ organizationId: '', userId: '', agentRunId: '', timeoutSeconds: '', reason: '' },
    },
    secretFields,
    action: runTool,
    check: ({ params }) => {
      setResult(null);
      const problems = checkParams(input, params);
      return Object.keys(problems).length > 0 ? problems : null;
    },
    onSuccess: (answer) => {
      setResult(answer);
      announce('The tool ran.');
    },
  });
  return (
    <>
      <div className="max-w-3xl">
        <ActionForm
          form={form}
          footer={
            <div className="mt-4">
              <SubmitButton label="Run tool" state={form.state} />
            </div>
          }
        >
          <AccountFields accounts={accounts} />
          <FormGroup title="Input">
            {takesInput(input) ? (
              <ToolInput schema={input} />
            ) : (
              <p className="text-quiet">This tool takes no input.</p>
            )}
          </FormGroup>
          <ReasonField inProduction={inProduction} />
        </ActionForm>
      </div>
      {result ? (
        <Section title="Result">
          <RunOutput result={result} />
        </Section>
      ) : null}
    </>
  );
}

function takesInput({ properties, ...rest }: Schema): boolean {
  const named = Object.keys((properties as object | undefined) ?? {}).length > 0;
  return named || ['anyOf', 'oneOf', 'allOf', '$ref'].some((keyword) => keyword in rest);
}

function defaultsOf(schema: Schema): Record<string, unknown> {
  const found = getDefaultFormState(interpretingValidator, schema as RJSFSchema, {}, schema as RJSFSchema);
  return (found as Record<string, unknown> | undefined) ?? {};
}
