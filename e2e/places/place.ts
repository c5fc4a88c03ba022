import type { Organization, ScalekitApi } from '../fixtures/scalekit-api';

/** A page, or a dialog of one: everybody must be able to use it, at any width, with any data. */
export type Place = { name: string; path: string };

/** Arranges what the pages of one feature show, in this organization, and says where they are. */
export type FindPlaces = (scalekit: ScalekitApi, organization: Organization) => Promise<Place[]>;

/** The address of an organization's page in production. */
export const of = (id: string, tab = '') => `/production/organizations/${id}${tab}`;
