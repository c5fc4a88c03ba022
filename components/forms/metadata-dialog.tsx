'use client';

import { type FieldValues, useFormContext } from 'react-hook-form';
import type { KeyValueRow } from '@/lib/key-values';
import { FormDialog } from './form-dialog';
import { KeyValueFields } from './key-value-fields';
import { describeChanges } from './metadata-changes';
import type { ActionForm } from './use-action-form';

type Props<Values extends FieldValues> = {
  /** Its `metadata` is a list of `{ key, value }`. */
  form: ActionForm<Values>;
  title?: string;
  /** Whose metadata it is, where the page does not say. */
  about?: string;
  /** How many pairs Scalekit takes. */
  limit: number;
  onClose: () => void;
};

/** Changes metadata as a whole: what stands in the form is what there is afterwards. */
export function MetadataDialog<Values extends FieldValues>(props: Props<Values>) {
  const { form, title = 'Edit metadata', about, limit, onClose } = props;
  const rule = 'What stands here replaces all pairs: a removed row is gone afterwards.';
  return (
    <FormDialog
      form={form}
      title={title}
      description={about ? `${about} ${rule}` : rule}
      submitLabel="Save metadata"
      onClose={onClose}
    >
      <KeyValueFields
        name="metadata"
        label="Metadata"
        noun="pair"
        limit={limit}
        help="Keys of 3 to 25 characters, values of 1 to 256."
      />
      <Changes />
    </FormDialog>
  );
}

function Changes() {
  const { watch, formState } = useFormContext<{ metadata: KeyValueRow[] }>();
  const before = (formState.defaultValues?.metadata ?? []) as KeyValueRow[];
  const changes = describeChanges(before, watch('metadata'));
  return (
    <p role="status" className="measure text-table text-quiet wrap-anywhere">
      {changes.length > 0 ? `Saving: ${changes.join(' ')}` : 'Nothing changes yet.'}
    </p>
  );
}
