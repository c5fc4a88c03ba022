'use client';

import { FormDialog } from '@/components/forms/form-dialog';
import { KeyValueFields } from '@/components/forms/key-value-fields';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { updateApiKey } from '@/lib/features/api-keys/actions';
import { type ApiKeyRow, editApiKeyForm } from '@/lib/features/api-keys/schema';
import { GoneApiKey } from './gone-api-key';

type Props = LazyDialogProps & { environment: string; organizationId: string; rows: ApiKeyRow[] };

/** Changes what a key says about itself. Its value, owner and expiry cannot be changed. */
export default function EditApiKey(props: Props) {
  const row = props.rows.find(({ tokenId }) => tokenId === props.subject);
  return row ? <EditForm {...props} row={row} /> : <GoneApiKey onClose={props.onClose} />;
}

function EditForm({ environment, organizationId, row, onClose }: Props & { row: ApiKeyRow }) {
  const hadClaims = row.customClaims.length > 0;
  const form = useActionForm({
    name: `api_key.update:${row.tokenId}`,
    environment,
    schema: editApiKeyForm,
    defaultValues: {
      organizationId,
      tokenId: row.tokenId,
      description: row.description ?? '',
      customClaims: row.customClaims,
    },
    check: ({ customClaims }) =>
      hadClaims && customClaims.length === 0
        ? { customClaims: 'Scalekit cannot clear all claims of a key. Keep one, or issue a new key.' }
        : null,
    action: (request) => {
      const { customClaims, ...rest } = request.input;
      // An empty list stays out: the key has no claims and gets none.
      return updateApiKey({ ...request, input: customClaims.length > 0 ? { ...rest, customClaims } : rest });
    },
    onSuccess: onClose,
  });
  return (
    <FormDialog
      form={form}
      title={`Edit the key ending in ${row.suffix}`}
      submitLabel="Save changes"
      width="wide"
      onClose={onClose}
    >
      <TextField name="description" label="Description" optional />
      <KeyValueFields
        name="customClaims"
        label="Custom claims"
        noun="claim"
        limit={20}
        help="What stands here replaces all claims of the key."
      />
    </FormDialog>
  );
}
