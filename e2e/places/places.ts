import { activityPlaces } from './activity';
import { adminPlaces } from './admin';
import { agentPlaces } from './agents';
import { apiClientPlaces } from './api-clients';
import { apiKeyPlaces } from './api-keys';
import { changePlaces } from './changes';
import { connectedAccountPlaces } from './connected-accounts';
import { connectionSetupPlaces } from './connection-setup';
import { connectionPlaces } from './connections';
import { deskPlaces } from './desk';
import { directoryPlaces } from './directories';
import { doctorPlaces } from './doctor';
import { domainPlaces } from './domains';
import { environmentRolePlaces } from './environment-roles';
import { handOverPlaces } from './hand-overs';
import { jobPlaces } from './jobs';
import { mcpPlaces } from './mcp';
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
  'the desk': deskPlaces,
  organizations: organizationPlaces,
  'organization settings': organizationSettingsPlaces,
  'the overview': overviewPlaces,
  connections: connectionPlaces,
  'connection set-up': connectionSetupPlaces,
  domains: domainPlaces,
  directories: directoryPlaces,
  members: memberPlaces,
  roles: rolePlaces,
  'roles of the environment': environmentRolePlaces,
  'API keys': apiKeyPlaces,
  'API clients': apiClientPlaces,
  'portal links': portalLinkPlaces,
  'hand-overs': handOverPlaces,
  people: userPlaces,
  agents: agentPlaces,
  'connected accounts': connectedAccountPlaces,
  'MCP and clients': mcpPlaces,
  jobs: jobPlaces,
  changes: changePlaces,
  activity: activityPlaces,
  administration: adminPlaces,
  'the doctor': doctorPlaces,
  'the toolbox': toolboxPlaces,
};
