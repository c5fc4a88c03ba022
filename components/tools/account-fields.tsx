'use client';

import { useFormState } from 'react-hook-form';
import { TextField } from '@/components/forms/text-field';
import type { ToolAccount } from '@/lib/features/tools/schema';

type Props = { /** Null: they could not be read. */ accounts: ToolAccount[] | null };

const unusual = ['accountId', 'organizationId', 'userId', 'agentRunId', 'timeoutSeconds'];

/** Whose account runs the tool, with those that are known to suggest. */
export function AccountFields({ accounts }: Props) {
  const { errors, defaultValues } = useFormState();
  const open = unusual.some((name) => errors[name] || defaultValues?.[name]);
  return (
    <>
      <Suggestions accounts={accounts ?? []} />
      <div className="grid gap-4 md:grid-cols-2">
        <TextField
          name="identifier"
          label="Identifier"
          mono
          list="tool-identifiers"
          help={
            accounts?.length === 0
              ? 'Nobody has connected an account of this provider yet.'
              : 'What the account was connected under: an e-mail address, an id of yours.'
          }
        />
        <TextField
          name="connector"
          label="Connection"
          optional
          mono
          list="tool-connections"
          help="Its key; needed where somebody has accounts of several connections."
        />
      </div>
      <details className="text-table" open={open}>
        <summary className="w-fit rounded-sm text-quiet hover:text-text">
          Other ways to name the account
        </summary>
        <div className="mt-3 grid gap-4 md:grid-cols-2">
          <TextField
            name="accountId"
            label="Account id"
            optional
            mono
            help="ca_…, in place of the identifier."
          />
          <TextField name="organizationId" label="Organization id" optional mono />
          <TextField name="userId" label="User id" optional mono />
          <TextField
            name="agentRunId"
            label="Agent run id"
            optional
            mono
            help="Joins this call to a run in Scalekit's tool logs."
          />
          <TimeoutField />
        </div>
      </details>
    </>
  );
}

export function TimeoutField() {
  return (
    <TextField
      name="timeoutSeconds"
      label="Time-out in seconds"
      optional
      inputMode="numeric"
      help="1 to 60; without it, that of every call."
    />
  );
}

/** Known identifiers and connections, for the browser's own list beside a field. */
function Suggestions({ accounts }: { accounts: ToolAccount[] }) {
  const once = (values: string[]) =>
    [...new Set(values)].map((value) => <option key={value} value={value} />);
  const ready = accounts.filter(({ active }) => active);
  return (
    <>
      <datalist id="tool-identifiers">{once(ready.map(({ identifier }) => identifier))}</datalist>
      <datalist id="tool-connections">{once(accounts.map(({ connector }) => connector))}</datalist>
    </>
  );
}
