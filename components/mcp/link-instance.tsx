'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { MessageDialog } from '@/components/ui/message-dialog';
import { linkMcpInstance } from '@/lib/features/mcp-instances/actions';
import { type McpInstanceRow, mcpInstanceLinkInput } from '@/lib/features/mcp-instances/schema';
import type { McpAccount } from '@/lib/mcp-account';
import { LinkEffects } from './link-effects';
import { RevealLink } from './reveal-link';

type Props = LazyDialogProps & { environment: string; instance: McpInstanceRow; accounts: McpAccount[] };

/** Asks for the link by which the person of an instance authorizes one connection. */
export default function LinkInstance(props: Props) {
  const account = props.accounts.find(({ connectionId }) => connectionId === props.subject);
  if (account) return <LinkForm {...props} account={account} />;
  return (
    <MessageDialog title="This connection is not here" onClose={props.onClose}>
      The configuration does not have it any more.
    </MessageDialog>
  );
}

function LinkForm({ environment, instance, account, onClose }: Props & { account: McpAccount }) {
  const router = useRouter();
  const [link, setLink] = useState<string | null>(null);
  const { connectionId, connection } = account;
  const form = useActionForm({
    name: `mcp_instance.authorize:${instance.id}:${connectionId}`,
    environment,
    schema: mcpInstanceLinkInput,
    defaultValues: { instanceId: instance.id, connectionId },
    action: linkMcpInstance,
    onSuccess: (made) => setLink(made.link),
  });
  if (link) {
    const done = () => {
      setLink(null);
      onClose();
      router.refresh();
    };
    return <RevealLink connection={connection} person={instance.person} link={link} onDone={done} />;
  }
  return (
    <FormDialog
      form={form}
      title={`Get a link for ${connection}?`}
      submitLabel="Get the link"
      onClose={onClose}
    >
      <LinkEffects person={instance.person} />
    </FormDialog>
  );
}
