'use client';

import { ChoiceField } from '@/components/forms/choice-field';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import { LiveQueries, useLiveQuery } from '@/components/live/live-query';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { MessageDialog } from '@/components/ui/message-dialog';
import { trackGroups } from '@/lib/features/directories/actions';
import { type GroupChoices, mostGroupChoices, trackGroupsInput } from '@/lib/features/directories/schema';
import { formatQuantity } from '@/lib/format';
import type { OfDirectory } from './dialogs';

type Props = LazyDialogProps & OfDirectory;

/** Chooses the groups that count. */
export default function TrackGroups(props: Props) {
  return (
    <LiveQueries>
      <ReadChoices {...props} />
    </LiveQueries>
  );
}

function ReadChoices(props: Props) {
  const { environment, organizationId, directory, onClose } = props;
  const found = useLiveQuery<GroupChoices>(
    'directories.groupChoices',
    environment,
    { organizationId, directoryId: directory.id },
    { staleTime: 0 },
  );
  const title = 'Choose tracked groups';
  if (found.isPending)
    return (
      <MessageDialog title={title} onClose={onClose}>
        Reading the groups…
      </MessageDialog>
    );
  if (found.error)
    return (
      <MessageDialog title={title} onClose={onClose}>
        The groups could not be read. {found.error.message}
      </MessageDialog>
    );
  const { choices, isWhole } = found.data;
  if (choices.length === 0 || !isWhole)
    return (
      <MessageDialog title={title} onClose={onClose}>
        {isWhole
          ? 'Scalekit knows no groups of this directory yet.'
          : `The provider has more than ${mostGroupChoices} groups: they cannot be chosen here, because whatever is not on the screen would be dropped.`}
      </MessageDialog>
    );
  return <ChooseForm {...props} choices={choices} />;
}

function ChooseForm({ environment, organizationId, directory, choices, onClose }: Props & GroupChoicesOf) {
  const form = useActionForm({
    name: `directory.track_groups:${directory.id}`,
    environment,
    schema: trackGroupsInput,
    defaultValues: {
      organizationId,
      directoryId: directory.id,
      externalIds: choices.filter(({ isTracked }) => isTracked).map(({ key }) => key),
    },
    action: trackGroups,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title="Choose tracked groups"
      description="Only these count from now on: members of others lose the roles that those brought. Scalekit knows no way back to “all groups”."
      submitLabel="Save choice"
      onClose={onClose}
    >
      <div className="max-h-96 overflow-y-auto py-1">
        <ChoiceField
          name="externalIds"
          label="Groups"
          pick="many"
          options={choices.map(({ key, name, users }) => ({
            value: key,
            label: name,
            hint: `${formatQuantity(users, 'user')}, ${key === name ? 'known by its name' : key}`,
          }))}
        />
      </div>
    </FormDialog>
  );
}

type GroupChoicesOf = Pick<GroupChoices, 'choices'>;
