import type { Place } from '../sessions/rows';

/** Where people of a region sit. The addresses come from the ranges kept for documentation. */
export const places: Record<'EU' | 'US', Place[]> = {
  EU: [
    {
      region: 'DE',
      regionSubdivision: 'DEHH',
      city: 'Hamburg',
      latitude: '53.551086',
      longitude: '9.993682',
    },
    { region: 'FR', regionSubdivision: 'FR69', city: 'Lyon', latitude: '45.764043', longitude: '4.835659' },
    { region: 'IE', regionSubdivision: 'IEL', city: 'Dublin', latitude: '53.349805', longitude: '-6.26031' },
    { region: 'PT', regionSubdivision: 'PT13', city: 'Porto', latitude: '41.157944', longitude: '-8.629105' },
    {
      region: 'SE',
      regionSubdivision: 'SEO',
      city: 'Gothenburg',
      latitude: '57.70887',
      longitude: '11.97456',
    },
  ],
  US: [
    {
      region: 'US',
      regionSubdivision: 'USCA',
      city: 'Oakland',
      latitude: '37.804364',
      longitude: '-122.271114',
    },
    {
      region: 'US',
      regionSubdivision: 'USIL',
      city: 'Chicago',
      latitude: '41.878113',
      longitude: '-87.629799',
    },
    {
      region: 'US',
      regionSubdivision: 'USTX',
      city: 'Austin',
      latitude: '30.267153',
      longitude: '-97.743061',
    },
    {
      region: 'US',
      regionSubdivision: 'USMA',
      city: 'Boston',
      latitude: '42.360081',
      longitude: '-71.058884',
    },
    {
      region: 'CA',
      regionSubdivision: 'CAON',
      city: 'Toronto',
      latitude: '43.653225',
      longitude: '-79.383186',
    },
  ],
};

/** A place from which nobody of the demo usually works. */
export const farPlace: Place = {
  region: 'SG',
  regionSubdivision: 'SG01',
  city: 'Singapore',
  latitude: '1.352083',
  longitude: '103.819836',
};

const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
export const desktops = [
  `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webKit} Chrome/142.0.0.0 Safari/537.36`,
  `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit} Chrome/142.0.0.0 Safari/537.36`,
  `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0`,
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
  'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0',
];
export const mobiles = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
  `Mozilla/5.0 (Linux; Android 15; Pixel 9) ${webKit} Chrome/142.0.0.0 Mobile Safari/537.36`,
  'Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
];

/** What passkeys live on, by the ids that their makers publish. */
export const authenticators = [
  { aaguid: 'fbfc3007-154e-4ecc-8c0b-6e020557d7bd', name: 'iCloud Keychain', attachment: 'platform' },
  { aaguid: 'ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4', name: 'Google Password Manager', attachment: 'platform' },
  { aaguid: '08987058-cadc-4b81-b6e1-30de50dcbe96', name: 'Windows Hello', attachment: 'platform' },
  { aaguid: 'cb69481e-8ff7-4039-93ec-0a2729a154a8', name: 'YubiKey 5 Series', attachment: 'cross-platform' },
] as const;
export const passkeyNames = ['Work laptop', 'Phone', 'Key ring', 'Desk at home', 'Spare key'];

/** The environment's own applications. */
export const applications = [
  { clientType: 'WEB_APP', name: 'Web app', uris: ['https://app.product.example/auth/callback'], years: 2 },
  { clientType: 'NTV', name: 'Mobile app', uris: ['example.product:/callback'], years: 1 },
  { clientType: 'SPA', name: 'Status page', uris: ['https://status.product.example/callback'], years: 1 },
] as const;

/** What customers' machines do. */
export const machineNames = [
  ['Nightly export', 'Copies yesterday’s records to the warehouse'],
  ['Deployment pipeline', 'Rolls out configuration from CI'],
  ['Billing sync', 'Reads invoices for the ledger'],
  ['Ticket bridge', 'Opens projects for support tickets'],
] as const;

type OwnRole = {
  name: string;
  displayName: string;
  extends?: string;
  permissions: string[];
  isDefault?: true;
};

/** Roles that customers made for themselves, by their label. */
export const ownRoles: Record<string, OwnRole[]> = {
  northwharf: [
    {
      name: 'port_operator',
      displayName: 'Port operator',
      extends: 'lead_analyst',
      permissions: ['projects:write'],
    },
  ],
  zephyrine: [
    {
      name: 'crew_planner',
      displayName: 'Crew planner',
      extends: 'analyst',
      permissions: ['members:invite'],
      isDefault: true,
    },
    {
      name: 'crew_chief',
      displayName: 'Crew chief',
      extends: 'crew_planner',
      permissions: ['members:remove'],
    },
  ],
  quarrystone: [
    {
      name: 'branch_auditor',
      displayName: 'Branch auditor',
      extends: 'auditor',
      permissions: ['reports:export'],
    },
  ],
  // Nobody remembers what it was for: no permissions and nobody who holds it.
  heliotrope: [{ name: 'pilot_group', displayName: 'Pilot group', permissions: [] }],
};
