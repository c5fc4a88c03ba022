import { DialogLink } from '@/components/ui/dialog-link';
import { PageHeader } from '@/components/ui/page-header';
import { Status } from '@/components/ui/status';
import type { StaffDetail } from '@/lib/features/staff/schema';
import { paths } from '@/lib/paths';

type Props = { environment: string; person: StaffDetail };

/** Who it is, and the acts on them. Nobody is offered to deactivate themselves. */
export function StaffHeader({ environment, person }: Props) {
  const act = person.isActive
    ? { dialog: 'deactivate', label: 'Deactivate' }
    : { dialog: 'reactivate', label: 'Reactivate' };
  return (
    <PageHeader
      crumbs={[{ href: paths.adminStaff(environment), label: 'Staff' }]}
      title={person.name}
      status={
        <Status tone={person.isActive ? 'success' : 'neutral'}>
          {person.isActive ? 'Active' : 'Deactivated'}
        </Status>
      }
      action={
        <>
          <DialogLink dialog="role" variant="secondary">
            Change role
          </DialogLink>
          {person.isYou ? null : (
            <DialogLink dialog={act.dialog} variant="secondary">
              {act.label}
            </DialogLink>
          )}
        </>
      }
    >
      {person.email}
      {person.isYou ? ' – this is you' : null}
    </PageHeader>
  );
}
