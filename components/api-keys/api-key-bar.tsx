'use client';

import { SelectionBar } from '@/components/selection/selection-bar';
import { DialogLink } from '@/components/ui/dialog-link';
import type { ApiKeyRow } from '@/lib/features/api-keys/schema';
import { RevokeSelectedDialog } from './dialogs';

type Props = { environment: string; organizationId: string; rows: ApiKeyRow[] };

/** What can be done with the chosen keys. */
export function ApiKeyBar(props: Props) {
  return (
    <>
      <SelectionBar noun="API key">
        <DialogLink dialog="revoke-selected:chosen" variant="danger">
          Revoke
        </DialogLink>
      </SelectionBar>
      <RevokeSelectedDialog {...props} />
    </>
  );
}
