'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { EffectList } from '@/components/forms/effect-list';
import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { MessageDialog } from '@/components/ui/message-dialog';
import { Notice } from '@/components/ui/notice';
import { correctAddressInput, type MemberRow } from '@/lib/features/members/schema';
import { formatList } from '@/lib/format';
import { isolate } from '@/lib/isolate';
import { paths } from '@/lib/paths';
import { AbsentMember } from './absent-member';
import { useCorrectAddress } from './use-correct-address';

type Props = LazyDialogProps & { environment: string; organizationId: string; rows: MemberRow[] };

/** An invitation went to a wrong address: it is cancelled there and sent to the right one, with the same roles. */
export default function WrongAddress(props: Props) {
  // Kept: once it is cancelled, the list behind the dialog no longer holds it.
  const [row] = useState(() => props.rows.find(({ userId }) => userId === props.subject));
  return row ? <AddressForm {...props} row={row} /> : <AbsentMember onClose={props.onClose} />;
}

function AddressForm({ environment, organizationId, row, onClose }: Props & { row: MemberRow }) {
  const router = useRouter();
  const [invited, setInvited] = useState<string | null>(null);
  const { act, isCancelled } = useCorrectAddress(row);
  const form = useActionForm({
    name: `member.correct_address:${organizationId}:${row.userId}`,
    environment,
    schema: correctAddressInput,
    defaultValues: { organizationId, userId: row.userId, email: '' },
    action: act,
    onSuccess: (_data, { email }) => setInvited(email),
  });
  const close = () => {
    onClose();
    if (isCancelled) router.refresh();
  };
  const roles = row.roles.length > 0 ? formatList(row.roles.map(isolate)) : 'the default role';
  if (invited)
    return (
      <MessageDialog title="The right address is invited" onClose={onClose}>
        The invitation to {row.email} is cancelled, and {invited} is invited with {roles}. The{' '}
        <Link href={paths.user(environment, row.userId)} prefetch={false} className="text-link">
          user record of {row.email}
        </Link>{' '}
        stays, without this membership.
      </MessageDialog>
    );
  return (
    <FormDialog
      form={form}
      title="Wrong address?"
      description={`An e-mail address cannot be changed: the invitation to ${row.email} is cancelled, and the right address gets one of its own.`}
      submitLabel={isCancelled ? 'Go on: send invitation' : 'Cancel and invite again'}
      onClose={close}
    >
      {isCancelled ? (
        <Notice live tone="warning" title={`Half done: the invitation to ${row.email} is cancelled.`}>
          Nobody is invited in its place yet. Sending this again does only what is left. If you close it,
          “Invite member” has the address and the roles.
        </Notice>
      ) : null}
      <TextField name="email" label="The right e-mail" type="email" autoFocus />
      <EffectList>
        <li>First the link in the mail to {row.email} stops working: it may lie in a stranger’s mailbox.</li>
        <li>Then Scalekit mails the right address, with the same name, and with {roles} as before.</li>
        <li>
          If no answer comes back in between, send this again: what is cancelled is not cancelled twice.
        </li>
      </EffectList>
    </FormDialog>
  );
}
