'use client';

import { useRouter } from 'next/navigation';
import { FormDialog } from '@/components/forms/form-dialog';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { deleteSharedView, deleteView } from '@/lib/features/activity/actions';
import { type ActivityViewRow, viewInput } from '@/lib/features/activity/schema';
import { paths, withSearch } from '@/lib/paths';
import type { WithViews } from './view-dialogs';

type Props = LazyDialogProps & WithViews;

/** Deletes a view. What it showed stays. */
export default function DeleteView(props: Props) {
  const view = props.views.find(({ viewId }) => viewId === props.subject);
  return view ? <DeleteForm {...props} view={view} /> : null;
}

function DeleteForm({ environment, view, onClose }: Props & { view: ActivityViewRow }) {
  const router = useRouter();
  const { viewId, own, name, shared, ownerEmail } = view;
  const form = useActionForm({
    name: `activity_view.delete:${viewId}`,
    environment,
    schema: viewInput,
    defaultValues: { viewId },
    action: own ? deleteView : deleteSharedView,
    onSuccess: () => router.replace(withSearch(paths.activity(environment), { view: 'all' })),
  });
  return (
    <FormDialog danger form={form} title="Delete this view?" submitLabel="Delete view" onClose={onClose}>
      <p>
        <bdi>{name}</bdi> goes, the rows that it showed stay.
        {shared ? ' Everybody loses it.' : null}
        {own ? null : ` It is ${ownerEmail}’s.`}
      </p>
    </FormDialog>
  );
}
