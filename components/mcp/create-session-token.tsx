'use client';

import { useState } from 'react';
import { FormDialog } from '@/components/forms/form-dialog';
import { RevealOnce } from '@/components/forms/reveal-once';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { RelativeTime } from '@/components/ui/relative-time';
import { createSessionToken } from '@/lib/features/mcp-configs/actions';
import {
  createSessionTokenInput,
  type McpConfigRow,
  type SessionToken,
} from '@/lib/features/mcp-configs/schema';
import { isolate } from '@/lib/isolate';

type Props = LazyDialogProps & { environment: string; config: McpConfigRow; identifier: string };

/** Makes a token that opens the server as one person, and shows it once. */
export default function CreateSessionToken({ environment, config, identifier, onClose }: Props) {
  const [made, setMade] = useState<(SessionToken & { person: string }) | null>(null);
  const form = useActionForm({
    name: `mcp_token.create:${config.id}`,
    environment,
    schema: createSessionTokenInput,
    defaultValues: { configId: config.id, identifier, lifetimeSeconds: '3600', reason: '' },
    action: createSessionToken,
    onSuccess: (token, input) => setMade({ ...token, person: input.identifier }),
  });
  if (made) {
    const done = () => {
      setMade(null);
      onClose();
    };
    return (
      <RevealOnce title="Session token made" what="session token" secret={made.value} onDone={done}>
        <p>
          It opens {config.name} as {isolate(made.person)} and ends <RelativeTime time={made.expiresAt} />. It
          cannot be taken back before; deleting the configuration ends it.
        </p>
      </RevealOnce>
    );
  }
  return (
    <FormDialog
      form={form}
      title={`Make a session token for ${config.name}`}
      description="Whoever holds it acts with this person’s accounts at every connection of the configuration."
      submitLabel="Make the token"
      onClose={onClose}
    >
      <TextField
        autoFocus
        name="identifier"
        label="Identifier"
        help="As the person’s connected accounts are named. Each connection needs an account that is connected."
      />
      <TextField
        name="lifetimeSeconds"
        label="It lives (seconds)"
        inputMode="numeric"
        help="From 60 to 86400; 3600 is an hour. Short is better."
      />
      <TextField name="reason" label="Reason" help="Goes into the staff log; the token does not." />
    </FormDialog>
  );
}
