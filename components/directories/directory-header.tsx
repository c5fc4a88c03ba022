import { ChangesLink } from '@/components/snapshots/changes-link';
import { DialogLink } from '@/components/ui/dialog-link';
import { MonoId } from '@/components/ui/mono-id';
import type { DirectoryRow } from '@/lib/features/directories/schema';
import {
  DeleteDirectoryDialog,
  RenameDirectoryDialog,
  SwitchDirectoryDialog,
  SyncDirectoryDialog,
} from './dialogs';

/** What the person who is signed in may do with the directory. */
export type DirectoryRights = { switch: boolean; rename: boolean; sync: boolean; delete: boolean };

type Props = {
  environment: string;
  organizationId: string;
  directory: DirectoryRow;
  rights: DirectoryRights;
};

/** The name of a directory and what can be done with it from any of its tabs. */
export function DirectoryHeader({ environment, organizationId, directory, rights }: Props) {
  const about = { environment, organizationId, directory };
  return (
    <div className="mb-3 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
      <div className="min-w-0">
        <h2 className="text-base wrap-anywhere">{directory.name}</h2>
        <MonoId id={directory.id} what="directory id" />
      </div>
      <span className="flex flex-wrap gap-2">
        <ChangesLink {...{ environment, organizationId }} part="directory" id={directory.id} />
        {rights.sync && directory.enabled ? (
          <DialogLink dialog="sync" variant="secondary">
            Synchronize
          </DialogLink>
        ) : null}
        {rights.rename ? (
          <DialogLink dialog="rename-directory" variant="secondary" data-shortcut="edit">
            Rename
          </DialogLink>
        ) : null}
        {rights.switch ? (
          <DialogLink dialog="switch" variant={directory.enabled ? 'secondary' : 'primary'}>
            {directory.enabled ? 'Disable' : 'Enable'}
          </DialogLink>
        ) : null}
        {rights.delete ? (
          <DialogLink dialog="delete-directory" variant="secondary">
            Delete
          </DialogLink>
        ) : null}
      </span>
      {rights.sync ? <SyncDirectoryDialog {...about} /> : null}
      {rights.rename ? <RenameDirectoryDialog {...about} /> : null}
      {rights.switch ? <SwitchDirectoryDialog {...about} /> : null}
      {rights.delete ? <DeleteDirectoryDialog {...about} /> : null}
    </div>
  );
}
