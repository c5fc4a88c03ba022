import { scalekitClient } from '@/lib/scalekit/client';
import type { PortalFeature } from './schema';

/** A customer of the test's own, with these features switched on. */
export async function createTestOrganization(
  features: PortalFeature[] = ['sso', 'dir_sync'],
): Promise<string> {
  const { organizations } = scalekitClient('production');
  const { organization } = await organizations.createOrganization({
    organization: { displayName: 'Acme Corp' },
  });
  const id = organization?.id ?? '';
  await organizations.updateOrganizationSettings({
    id,
    settings: { features: features.map((name) => ({ name, enabled: true })) },
  });
  return id;
}
