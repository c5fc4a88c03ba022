'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { shareView } from '@/lib/features/activity/actions';
import { type ActivityViewRow, shareViewInput } from '@/lib/features/activity/schema';
import type { WithViews } from './view-dialogs';

type Props = LazyDialogProps & WithViews;

/** Shows one's own view to everybody, or takes it back. */
export default function ShareView(props: Props) {
  const view = props.views.find(({ viewId }) => viewId === props.subject);
  return view ? <ShareForm {...props} view={view} /> : null;
}

function ShareForm({ environment, view, onClose }: Props & { view: ActivityViewRow }) {
  const { viewId, shared, name } = view;
  const form = useActionForm({
    name: `activity_view.share:${viewId}`,
    environment,
    schema: shareViewInput,
    defaultValues: { viewId, shared: !shared },
    action: shareView,
    onSuccess: onClose,
  });
  const title = shared ? 'Stop sharing this view?' : 'Share this view?';
  return (
    <FormDialog
      form={form}
      title={title}
      submitLabel={shared ? 'Stop sharing' : 'Share view'}
      onClose={onClose}
    >
      <p>
        {shared ? (
          <>
            Others no longer find <bdi>{name}</bdi> among their views. Who began with it begins with all
            activity.
          </>
        ) : (
          <>
            Everybody finds <bdi>{name}</bdi> among their views, with its filter. People limited to some
            customers do not, where the filter names a customer that is not theirs. What it shows to each is
            what they may see.
          </>
        )}
      </p>
    </FormDialog>
  );
}
