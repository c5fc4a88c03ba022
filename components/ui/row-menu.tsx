import { Ellipsis } from 'lucide-react';
import { iconButtonStyle } from './icon-button';
import { Menu } from './menu';
import type { MenuEntry } from './menu-entry';

/** The acts of a table row, in its last cell. `label` names the row: "Actions for key ending in 9f3a". */
export function RowMenu({ label, entries }: { label: string; entries: MenuEntry[] }) {
  return (
    <Menu label={label} entries={entries} className={iconButtonStyle}>
      <Ellipsis aria-hidden="true" size={16} />
    </Menu>
  );
}
