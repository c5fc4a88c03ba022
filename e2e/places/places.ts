import { activityPlaces } from './activity';
import { apiClientPlaces } from './api-clients';
import { apiKeyPlaces } from './api-keys';
import { connectionSetupPlaces } from './connection-setup';
import { connectionPlaces } from './connections';
import { directoryPlaces } from './directories';
import { domainPlaces } from './domains';
import { memberPlaces } from './members';
import { organizationSettingsPlaces } from './organization-settings';
import { organizationPlaces } from './organizations';
import { overviewPlaces } from './overview';
import type { FindPlaces } from './place';
import { portalLinkPlaces } from './portal-links';
import { rolePlaces } from './roles';
import { toolboxPlaces } from './toolbox';
import { userPlaces } from './users';

/** The pages of the console by feature, each with something to show. */
export const features: Record<string, FindPlaces> = {
  organizations: organizationPlaces,
  'organization settings': organizationSettingsPlaces,
  'the overview': overviewPlaces,
  connections: connectionPlaces,
  'connection set-up': connectionSetupPlaces,
  domains: domainPlaces,
  directories: directoryPlaces,
  members: memberPlaces,
  roles: rolePlaces,
  'API keys': apiKeyPlaces,
  'API clients': apiClientPlaces,
  'portal links': portalLinkPlaces,
  people: userPlaces,
  activity: activityPlaces,
  'the toolbox': toolboxPlaces,
};
