'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { MessageDialog } from '@/components/ui/message-dialog';
import { linkMcpAccount } from '@/lib/features/mcp-configs/actions';
import { mcpAccountLinkInput } from '@/lib/features/mcp-configs/schema';
import type { McpAccount } from '@/lib/mcp-account';
import { LinkEffects } from './link-effects';
import { RevealLink } from './reveal-link';

type Props = LazyDialogProps & {
  environment: string;
  configId: string;
  identifier: string;
  accounts: McpAccount[];
};

/** Asks for the link by which a person authorizes one connection of a configuration. */
export default function LinkAccount(props: Props) {
  const account = props.accounts.find(({ connectionId }) => connectionId === props.subject);
  if (account) return <LinkForm {...props} account={account} />;
  return (
    <MessageDialog title="This connection is not here" onClose={props.onClose}>
      The configuration does not have it any more, or no person is chosen.
    </MessageDialog>
  );
}

function LinkForm({ environment, configId, identifier, account, onClose }: Props & { account: McpAccount }) {
  const router = useRouter();
  const [link, setLink] = useState<string | null>(null);
  const { connectionId, connection } = account;
  const form = useActionForm({
    name: `mcp_account.authorize:${configId}:${connectionId}`,
    environment,
    schema: mcpAccountLinkInput,
    defaultValues: { configId, identifier, connectionId },
    action: linkMcpAccount,
    onSuccess: (made) => setLink(made.link),
  });
  if (link) {
    const done = () => {
      setLink(null);
      onClose();
      router.refresh();
    };
    return <RevealLink connection={connection} person={identifier} link={link} onDone={done} />;
  }
  return (
    <FormDialog
      form={form}
      title={`Get a link for ${connection}?`}
      submitLabel="Get the link"
      onClose={onClose}
    >
      <LinkEffects person={identifier} />
    </FormDialog>
  );
}
