import type { Organization, ScalekitApi } from '../fixtures/scalekit-api';
import { activityPlaces } from './activity';
import { apiClientPlaces } from './api-clients';
import { apiKeyPlaces } from './api-keys';
import { connectionPlaces } from './connections';
import { domainPlaces } from './domains';
import { memberPlaces } from './members';
import { organizationPlaces } from './organizations';
import type { FindPlaces, Place } from './place';
import { portalLinkPlaces } from './portal-links';
import { userPlaces } from './users';

/** One entry for each feature. */
const features: FindPlaces[] = [
  organizationPlaces,
  connectionPlaces,
  domainPlaces,
  memberPlaces,
  apiKeyPlaces,
  apiClientPlaces,
  portalLinkPlaces,
  userPlaces,
  activityPlaces,
];

/** Every page of the console, with something to show in this organization. */
export async function findPlaces(scalekit: ScalekitApi, organization: Organization): Promise<Place[]> {
  const places = await Promise.all(features.map((find) => find(scalekit, organization)));
  return places.flat();
}
