import { scalekitClient } from '@/lib/scalekit/client';

/** A customer of a test's own, in its `production`; returns the id. */
export async function newOrganization(displayName = 'Heronsgate Rail'): Promise<string> {
  const organization = { displayName };
  const created = await scalekitClient('production').organizations.createOrganization({ organization });
  return created.organization?.id ?? '';
}
