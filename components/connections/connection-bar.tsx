'use client';

import { SelectionBar } from '@/components/selection/selection-bar';
import { DialogLink } from '@/components/ui/dialog-link';
import type { ConnectionRow } from '@/lib/features/connections/schema';
import { SwitchSelectedDialog } from './dialogs';

type Props = { environment: string; organizationId: string | null; rows: ConnectionRow[] };

/** What can be done with the chosen connections. */
export function ConnectionBar(props: Props) {
  return (
    <>
      <SelectionBar noun="connection">
        <DialogLink dialog="switch-selected:enable" variant="secondary">
          Enable
        </DialogLink>
        <DialogLink dialog="switch-selected:disable" variant="danger">
          Disable
        </DialogLink>
      </SelectionBar>
      <SwitchSelectedDialog {...props} />
    </>
  );
}
