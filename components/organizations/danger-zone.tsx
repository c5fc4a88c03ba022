import { DialogLink } from '@/components/ui/dialog-link';
import { Section } from '@/components/ui/section';
import type { OrganizationDetail } from '@/lib/features/organizations/schema';
import { DeleteOrganizationDialog } from './dialogs';

type Props = { environment: string; organization: OrganizationDetail };

/** What cannot be taken back. The counts are taken when the dialog opens: nobody pays for them before. */
export function DangerZone({ environment, organization }: Props) {
  return (
    <Section title="Danger zone">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded border border-danger-line px-4 py-3">
        <div className="measure min-w-0">
          <h3 className="font-medium">Delete organization</h3>
          <p className="mt-0.5 text-table text-quiet">
            Connections, directories, domains, roles and memberships go with it, sessions end, and users who
            belong nowhere else are deleted. You see the counts before you confirm.
          </p>
        </div>
        <DialogLink dialog="delete" variant="danger">
          Delete organization
        </DialogLink>
      </div>
      <DeleteOrganizationDialog environment={environment} organization={organization} />
    </Section>
  );
}
