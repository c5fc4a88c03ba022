import type { services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import type { Implementation } from '../service';
import { organizationCrud } from './crud';
import { organizationLists } from './list';
import { portalLinks } from './portal-links';
import { organizationSessionPolicy } from './session-policy';
import { organizationSettings } from './settings';

/** OrganizationService, as far as a client token may call it. */
export function organizationService(environment: Environment): Implementation<typeof services.organizations> {
  return {
    ...organizationCrud(environment),
    ...organizationLists(environment),
    ...organizationSettings(environment),
    ...organizationSessionPolicy(environment),
    ...portalLinks(environment),
  };
}
