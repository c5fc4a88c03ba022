'use client';

import { useRouter } from 'next/navigation';
import { ConfirmDialog } from '@/components/forms/confirm-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { endOrganizationSessions } from '@/lib/features/sessions/actions';
import { endAllInput } from '@/lib/features/sessions/schema';
import { paths } from '@/lib/paths';

type Props = LazyDialogProps & { environment: string; organizationId: string };

/** Starts the job that ends every session signed in to the organization. */
export default function EndOrganizationSessions({ environment, organizationId, onClose }: Props) {
  const router = useRouter();
  const form = useActionForm({
    name: `session.end_of_organization:${organizationId}`,
    environment,
    schema: endAllInput,
    defaultValues: { organizationId },
    action: endOrganizationSessions,
    onSuccess: ({ jobId }) => router.push(paths.job(environment, jobId)),
  });
  return (
    <ConfirmDialog
      form={form}
      title="End all sessions of this organization?"
      submitLabel="End all sessions"
      effects={[
        'Everybody signed in to this organization is signed out, session by session.',
        'A session that is signed in to other organizations too ends there as well. Sessions at other organizations only stay.',
      ]}
      call={{ method: 'POST', path: '/api/v1/sessions/{id}/revoke' }}
      onClose={onClose}
    >
      Scalekit lists sessions by user, so a job goes through all members. You can watch it, pause it and close
      the tab: it goes on. Each ending is in the staff log.
    </ConfirmDialog>
  );
}
