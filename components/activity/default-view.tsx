'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { setDefaultView } from '@/lib/features/activity/actions';
import { type ActivityViewRow, defaultViewInput } from '@/lib/features/activity/schema';
import type { WithViews } from './view-dialogs';

type Props = LazyDialogProps & WithViews;

/** Makes a view the one that Activity opens with, or undoes that. */
export default function DefaultView(props: Props) {
  const view = props.views.find(({ viewId }) => viewId === props.subject);
  return view ? <DefaultForm {...props} view={view} /> : null;
}

function DefaultForm({ environment, view, onClose }: Props & { view: ActivityViewRow }) {
  const { viewId, isDefault, name } = view;
  const form = useActionForm({
    name: `activity_view.set_default:${viewId}`,
    environment,
    schema: defaultViewInput,
    defaultValues: { viewId: isDefault ? null : viewId },
    action: setDefaultView,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title={isDefault ? 'Begin with all activity?' : 'Begin with this view?'}
      submitLabel={isDefault ? 'Begin with all' : 'Begin with it'}
      onClose={onClose}
    >
      <p>
        {isDefault ? (
          'Activity opens with everything again.'
        ) : (
          <>
            Activity opens with <bdi>{name}</bdi>, for you alone. “All activity” is one click away.
          </>
        )}
      </p>
    </FormDialog>
  );
}
