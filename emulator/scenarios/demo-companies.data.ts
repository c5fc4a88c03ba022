import type { FeatureName } from '../organizations/rows';

/** A customer of the demo. Every name is invented and every domain is under `.example`. */
export type Company = {
  name: string;
  /** The domain without `.example`; the slug as well. */
  label: string;
  region: 'US' | 'EU';
  plan: 'starter' | 'business' | 'enterprise';
  industry: string;
  /** Days since it was created. */
  age: number;
  members: number;
  features: FeatureName[];
};

const sso: FeatureName[] = ['sso'];
const scim: FeatureName[] = ['sso', 'dir_sync'];
const domains: FeatureName[] = ['sso', 'dir_sync', 'domain_verification'];
const all: FeatureName[] = ['sso', 'dir_sync', 'domain_verification', 'session_policy'];

type Line = [
  name: string,
  label: string,
  region: Company['region'],
  plan: Company['plan'],
  industry: string,
  age: number,
  members: number,
  features: FeatureName[],
];

const lines: Line[] = [
  ['Northwharf Shipping', 'northwharf', 'EU', 'enterprise', 'logistics', 742, 9, all],
  ['Tessellate Labs', 'tessellate', 'US', 'business', 'research', 731, 5, scim],
  ['Brindlewood Insurance', 'brindlewood', 'US', 'enterprise', 'insurance', 720, 8, all],
  ['Quarrystone Mutual', 'quarrystone', 'US', 'enterprise', 'banking', 709, 7, all],
  ['Halcyon Dental Group', 'halcyondental', 'US', 'starter', 'health', 698, 3, sso],
  ['Vireo Analytics', 'vireo', 'EU', 'business', 'software', 688, 6, scim],
  ['Ostrander Foods', 'ostrander', 'US', 'business', 'food', 676, 4, sso],
  ['Lumenfold Energy', 'lumenfold', 'EU', 'enterprise', 'energy', 665, 7, domains],
  ['Pellworth & Daughters', 'pellworth', 'EU', 'starter', 'retail', 651, 2, sso],
  ['Cobalt Orchard', 'cobaltorchard', 'US', 'business', 'agriculture', 640, 4, scim],
  ['Fennimore Aerospace', 'fennimore', 'US', 'enterprise', 'aerospace', 628, 8, all],
  ['Skerrylight Maritime', 'skerrylight', 'EU', 'business', 'logistics', 617, 4, sso],
  ['Marrow & Pine', 'marrowpine', 'US', 'starter', 'design', 604, 2, sso],
  ['Zephyrine Airways', 'zephyrine', 'EU', 'enterprise', 'travel', 593, 9, all],
  ['Underhill Robotics', 'underhill', 'US', 'business', 'manufacturing', 580, 5, scim],
  ['Cardamom Kitchenware', 'cardamom', 'US', 'starter', 'retail', 566, 2, sso],
  ['Ravelin Legal', 'ravelin', 'EU', 'business', 'legal', 554, 4, domains],
  ['Glasspoint Optics', 'glasspoint', 'US', 'business', 'manufacturing', 541, 3, sso],
  ['Thornbury Clinics', 'thornbury', 'EU', 'enterprise', 'health', 530, 6, all],
  ['Meridian Loom', 'meridianloom', 'US', 'starter', 'textiles', 517, 2, sso],
  ['Aldergate Security', 'aldergate', 'US', 'enterprise', 'security', 505, 6, all],
  ['Puffinworks', 'puffinworks', 'EU', 'starter', 'software', 493, 3, sso],
  ['Cresthaven Schools', 'cresthaven', 'US', 'business', 'education', 480, 5, scim],
  ['Ironmoss Mining', 'ironmoss', 'US', 'enterprise', 'mining', 468, 5, domains],
  ['Saltmarsh Media', 'saltmarsh', 'EU', 'business', 'media', 455, 4, sso],
  ['Wickerfield Homes', 'wickerfield', 'US', 'starter', 'property', 442, 2, sso],
  ['Parallax Freight', 'parallaxfreight', 'US', 'business', 'logistics', 430, 4, scim],
  ['Juniper & Stag', 'juniperstag', 'EU', 'starter', 'food', 418, 2, sso],
  ['Obsidian Ledger', 'obsidianledger', 'US', 'enterprise', 'banking', 405, 6, all],
  ['Heliotrope Health', 'heliotrope', 'US', 'enterprise', 'health', 392, 7, all],
  ['Dunmarrow Council', 'dunmarrow', 'EU', 'business', 'government', 380, 5, domains],
  ['Kettlebridge Tools', 'kettlebridge', 'US', 'starter', 'manufacturing', 367, 2, sso],
  ['Larkspur Biotech', 'larkspur', 'EU', 'enterprise', 'research', 355, 6, all],
  ['Mosaic Tide', 'mosaictide', 'US', 'business', 'software', 342, 4, scim],
  ['Brackenridge Rail', 'brackenridge', 'EU', 'enterprise', 'transport', 330, 6, domains],
  ['Tallow & Wren', 'tallowwren', 'US', 'starter', 'design', 317, 1, sso],
  ['Sundial Payroll', 'sundial', 'US', 'business', 'software', 304, 5, scim],
  ['Greywater Utilities', 'greywater', 'US', 'enterprise', 'energy', 292, 5, all],
  ['Finchley Apparel', 'finchleyapparel', 'EU', 'starter', 'textiles', 280, 2, sso],
  ['Corvid Systems', 'corvid', 'US', 'business', 'security', 268, 5, scim],
  ['Hollowell Vineyards', 'hollowell', 'US', 'starter', 'food', 255, 2, sso],
  ['Amberline Telecom', 'amberline', 'EU', 'enterprise', 'telecom', 243, 7, all],
  ['Pinnacle Moth', 'pinnaclemoth', 'US', 'starter', 'games', 230, 3, sso],
  ['Rookery Publishing', 'rookery', 'EU', 'business', 'media', 218, 3, sso],
  ['Stillwater Pharma', 'stillwater', 'US', 'enterprise', 'research', 205, 6, all],
  ['Evenfall Hotels', 'evenfall', 'EU', 'business', 'travel', 192, 4, scim],
  ['Nettlecombe Farms', 'nettlecombe', 'EU', 'starter', 'agriculture', 180, 1, sso],
  ['Oriel Surveying', 'oriel', 'US', 'business', 'property', 167, 3, sso],
  ['Basalt Compute', 'basalt', 'US', 'enterprise', 'software', 154, 6, all],
  ['Swallowtail Cargo', 'swallowtail', 'EU', 'business', 'logistics', 141, 3, scim],
  ['Copperfen Bank', 'copperfen', 'EU', 'enterprise', 'banking', 128, 6, all],
  ['Driftwood Learning', 'driftwood', 'US', 'starter', 'education', 115, 2, sso],
  ['Maplethorn Credit', 'maplethorn', 'US', 'business', 'banking', 101, 4, domains],
  ['Petrel Drones', 'petrel', 'EU', 'business', 'aerospace', 88, 3, scim],
  ['Quillfeather Press', 'quillfeather', 'US', 'starter', 'media', 74, 2, sso],
  ['Harbourstone Realty', 'harbourstone', 'US', 'business', 'property', 60, 3, sso],
  ['Cinderpath Gaming', 'cinderpath', 'EU', 'business', 'games', 46, 4, scim],
  ['Verdigris Water', 'verdigris', 'US', 'enterprise', 'energy', 32, 4, all],
  ['Lanternfish Labs', 'lanternfish', 'EU', 'starter', 'research', 17, 2, sso],
  ['Bellwether Transit', 'bellwether', 'US', 'enterprise', 'transport', 5, 1, scim],
];

/** Oldest customer first. */
export const companies: Company[] = lines.map(
  ([name, label, region, plan, industry, age, members, features]) => ({
    ...{ name, label, region, plan, industry, age, members, features },
  }),
);
