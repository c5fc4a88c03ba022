import { DialogLink } from '@/components/ui/dialog-link';
import type { RoleRow } from '@/lib/role-row';
import type { RoleRights } from './role-table';

/** The acts on a role's own page. The environment's roles can only be made the default here. */
export function RoleActs({ role, rights }: { role: RoleRow; rights: RoleRights }) {
  const look = { variant: 'secondary' } as const;
  return (
    <span className="flex flex-wrap gap-2">
      {role.isOwn && rights.update ? (
        <DialogLink {...look} dialog={`edit-role:${role.name}`} data-shortcut="edit">
          Edit
        </DialogLink>
      ) : null}
      {role.isOwn && role.extends && rights.removeBase ? (
        <DialogLink {...look} dialog={`remove-base:${role.name}`}>
          Remove base role
        </DialogLink>
      ) : null}
      {!role.isDefaultMember && rights.setDefault ? (
        <DialogLink {...look} dialog={`default-role:${role.name}`}>
          Make default
        </DialogLink>
      ) : null}
      {role.isOwn && rights.remove ? (
        <DialogLink {...look} dialog={`delete-role:${role.name}`}>
          Delete
        </DialogLink>
      ) : null}
    </span>
  );
}
