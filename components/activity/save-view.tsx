'use client';

import { useRouter } from 'next/navigation';
import { useFormContext } from 'react-hook-form';
import { FormDialog } from '@/components/forms/form-dialog';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { saveView } from '@/lib/features/activity/actions';
import { saveViewInput } from '@/lib/features/activity/schema';
import { paths, withSearch } from '@/lib/paths';
import type { WithFilter } from './view-dialogs';
import { chipsOf } from './words';

type Props = LazyDialogProps & WithFilter;

/** Keeps the filter of the page under a name. */
export default function SaveView({ environment, filter, onClose }: Props) {
  const router = useRouter();
  const form = useActionForm({
    name: 'activity_view.save',
    environment,
    schema: saveViewInput,
    defaultValues: { name: '', filter, isDefault: false },
    action: saveView,
    onSuccess: ({ viewId }) =>
      router.replace(withSearch(paths.activity(environment), { ...filter, view: viewId })),
  });
  return (
    <FormDialog form={form} title="Save this view" submitLabel="Save view" onClose={onClose}>
      <ul className="list-disc pl-5 text-table wrap-anywhere text-quiet">
        {chipsOf(filter).map(({ key, label }) => (
          <li key={key}>{label}</li>
        ))}
      </ul>
      <TextField name="name" label="Name" autoFocus />
      <DefaultBox />
    </FormDialog>
  );
}

function DefaultBox() {
  const { register } = useFormContext();
  return (
    <label className="flex items-center gap-2">
      <input type="checkbox" className="size-4 accent-accent" {...register('isDefault')} />
      Begin with this view whenever I open Activity
    </label>
  );
}
