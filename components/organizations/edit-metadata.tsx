'use client';

import { useState } from 'react';
import { MetadataDialog } from '@/components/forms/metadata-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { MessageDialog } from '@/components/ui/message-dialog';
import { updateOrganization } from '@/lib/features/organizations/actions';
import { type OrganizationDetail, updateOrganizationInput } from '@/lib/features/organizations/schema';
import { formatList } from '@/lib/format';

type Props = LazyDialogProps & { environment: string; organization: OrganizationDetail };

/**
 * Changes the metadata as a whole. Should Scalekit merge where it is expected to replace, the dialog says which pairs
 * are still there.
 */
export default function EditMetadata({ environment, organization, onClose }: Props) {
  const [kept, setKept] = useState<string[]>([]);
  const form = useActionForm({
    name: `organization.metadata:${organization.id}`,
    environment,
    schema: updateOrganizationInput,
    defaultValues: { organizationId: organization.id, metadata: organization.metadata },
    action: updateOrganization,
    onSuccess: ({ keptKeys }) => (keptKeys.length > 0 ? setKept(keptKeys) : onClose()),
  });
  if (kept.length > 0) {
    return (
      <MessageDialog title="Some pairs are still there" onClose={onClose}>
        The change was saved, but Scalekit kept what was left out: {formatList(kept)}.
      </MessageDialog>
    );
  }
  return <MetadataDialog form={form} limit={10} onClose={onClose} />;
}
