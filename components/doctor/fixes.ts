import type { Fix } from '@/lib/features/doctor/evidence';
import type { DoctorAnswer } from '@/lib/features/doctor/schema';
import { paths, withSearch } from '@/lib/paths';

/** Where a cause is mended, with what it is about filled in; null where that is not known. */
export function fixLink(
  fix: Fix,
  environment: string,
  { organization, connection, email }: DoctorAnswer['subject'],
): { label: string; href: string } | null {
  const id = organization?.id;
  switch (fix) {
    case 'sign_in_url':
      return { label: 'Build a sign-in URL', href: paths.signInUrl(environment) };
    case 'clients':
      return { label: 'See the applications', href: paths.clients(environment) };
  }
  if (!id) return null;
  switch (fix) {
    case 'connections':
      return { label: 'See the connections', href: paths.connections(environment, id) };
    case 'domains':
      return { label: 'See the domains', href: paths.domains(environment, id) };
    case 'members':
      return {
        label: 'Find them among the members',
        href: withSearch(paths.members(environment, id), { q: email }),
      };
    case 'settings':
      return { label: 'Change the user limit', href: paths.organizationSettings(environment, id) };
    case 'portal_link':
      return {
        label: 'Create a portal link',
        href: withSearch(paths.portalLinks(environment, id), { dialog: 'create' }),
      };
  }
  if (!connection) return { label: 'See the connections', href: paths.connections(environment, id) };
  switch (fix) {
    case 'connection':
      return { label: 'Open the connection', href: paths.connection(environment, id, connection.id) };
    case 'mapping':
      return { label: 'Map attributes', href: paths.connection(environment, id, connection.id) };
    case 'set_up':
      return { label: 'Open the set-up', href: paths.connectionSetup(environment, id, connection.id) };
    case 'certificate':
      return { label: 'Rotate certificate', href: paths.rotateCertificate(environment, id, connection.id) };
  }
}
