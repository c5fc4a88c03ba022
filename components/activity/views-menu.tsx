import { ChevronDown } from 'lucide-react';
import { buttonStyle } from '@/components/ui/button-style';
import { DialogLink } from '@/components/ui/dialog-link';
import { Menu } from '@/components/ui/menu';
import type { MenuEntry } from '@/components/ui/menu-entry';
import type { ActivityViewRow } from '@/lib/features/activity/schema';
import { paths, withSearch } from '@/lib/paths';

type Props = {
  environment: string;
  views: ActivityViewRow[];
  /** The view that the address names. */
  current: ActivityViewRow | null;
  /** Something is filtered, so there is something to save. */
  maySave: boolean;
  mayShare: boolean;
  mayDeleteAny: boolean;
};

/** One's own and shared views, and what can be done with the one that is open. */
export function ViewsMenu(props: Props) {
  const { environment, views, current, maySave } = props;
  const path = paths.activity(environment);
  const entries: MenuEntry[] = [
    { label: 'All activity', href: withSearch(path, { view: 'all' }) },
    ...views.map((view) => ({
      label: view.name,
      href: withSearch(path, { ...view.filter, view: view.viewId }),
      hint: hintOf(view),
    })),
    ...(current ? actsOn(current, props) : []),
  ];
  return (
    <>
      <Menu
        label={current ? `View: ${current.name}` : 'Views'}
        entries={entries}
        className={buttonStyle('secondary', 'medium')}
      >
        <span className="max-w-40 truncate">{current?.name ?? 'Views'}</span>
        <ChevronDown aria-hidden="true" size={14} />
      </Menu>
      {maySave ? (
        <DialogLink dialog="save-view" variant="secondary">
          Save view
        </DialogLink>
      ) : null}
    </>
  );
}

function hintOf({ isDefault, own, shared, ownerEmail }: ActivityViewRow): string | undefined {
  const parts = [
    isDefault ? 'yours to begin with' : null,
    own ? (shared ? 'shared with everybody' : null) : `shared by ${ownerEmail}`,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(', ') : undefined;
}

function actsOn(view: ActivityViewRow, { mayShare, mayDeleteAny }: Props): MenuEntry[] {
  const { viewId, own, shared, isDefault } = view;
  return [
    {
      label: isDefault ? 'Do not begin with this view' : 'Begin with this view',
      dialog: `default-view:${viewId}`,
      separated: true,
    },
    ...(own && mayShare
      ? [{ label: shared ? 'Stop sharing this view' : 'Share this view', dialog: `share-view:${viewId}` }]
      : []),
    ...(own || mayDeleteAny
      ? [{ label: 'Delete this view', dialog: `delete-view:${viewId}`, danger: true }]
      : []),
  ];
}
