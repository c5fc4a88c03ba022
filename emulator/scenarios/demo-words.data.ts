/** Given names; together with invented family names they are nobody's. */
export const givenNames = [
  ...['Adaeze', 'Anouk', 'Arvid', 'Bahar', 'Bruna', 'Casimir', 'Chiyo', 'Dariel', 'Delphine', 'Edda'],
  ...['Emeka', 'Farida', 'Florian', 'Gudrun', 'Hamza', 'Ilse', 'Imani', 'Jarek', 'Jovana', 'Kaito'],
  ...['Katya', 'Lakshmi', 'Leopold', 'Maeve', 'Mateus', 'Nadira', 'Nils', 'Oluchi', 'Orla', 'Paloma'],
  ...['Quentin', 'Rafaela', 'Ragnar', 'Sabine', 'Samir', 'Tamsin', 'Teodor', 'Ulrika', 'Vikram', 'Wanja'],
  ...['Xiomara', 'Yara', 'Yusuf', 'Zelda', 'Zoltan'],
];

export const familyNames = [
  ...['Ashgrave', 'Barrowmere', 'Brightwell-Oke', 'Caldergast', 'Corranby', 'Dellaquist', 'Dunsparrow'],
  ...['Eldermoss', 'Fallowhythe', 'Fenquist', 'Garrowmont', 'Glenharrow', 'Hartsedge', 'Hollinvane'],
  ...['Inkersole', 'Jessamere', 'Kestrelby', 'Kilmarsh', 'Larkenfeld', 'Lowenstrand', 'Marchholme'],
  ...['Merrowdale', 'Nettlefjord', 'Northquay', 'Oakenshawe', 'Orrinsby', 'Pendlewick', 'Quistgaarden'],
  ...['Ravenscombe', 'Rushmarsh', 'Sallowford', 'Sternhagel', 'Thistlemoor', 'Umberfield', 'Vantresca'],
  ...['Wexmorland', 'Windermarch', 'Yarrowby', 'Zellerquist'],
];

/** Who is a member of several customers at once: an outside firm. */
export const consultants = [
  { givenName: 'Oriane', familyName: 'Fellmarsh', label: 'harrowgate-partners' },
  { givenName: 'Tobiah', familyName: 'Cragsworth', label: 'harrowgate-partners' },
  { givenName: 'Ilkay', familyName: 'Brennquist', label: 'stackline-audit' },
];

export const keyDescriptions = [
  'CI deploys',
  'Nightly export to the warehouse',
  'Billing sync',
  'Infrastructure scripts',
  'Reporting dashboard',
  'Data import, remove after migration',
  'Workflow automation',
  'Mobile app backend',
  'Load test',
  'Support scripts',
];

export const permissions = [
  { name: 'projects:read', description: 'See projects' },
  { name: 'projects:write', description: 'Create and change projects' },
  { name: 'reports:read', description: 'See reports' },
  { name: 'reports:export', description: 'Export reports' },
  { name: 'billing:read', description: 'See invoices' },
  { name: 'billing:manage', description: 'Change plan and payment' },
  { name: 'members:invite', description: 'Invite members' },
  { name: 'members:remove', description: 'Remove members' },
];

export const roles = [
  {
    name: 'analyst',
    displayName: 'Analyst',
    description: 'Works with reports',
    extends: 'member',
    permissions: ['reports:read', 'reports:export'],
  },
  {
    name: 'lead_analyst',
    displayName: 'Lead analyst',
    description: 'Looks after analysts and what they publish',
    extends: 'analyst',
    permissions: ['projects:write', 'members:invite'],
  },
  {
    name: 'billing_manager',
    displayName: 'Billing manager',
    description: 'Looks after invoices and the plan',
    extends: 'member',
    permissions: ['billing:read', 'billing:manage'],
  },
  {
    name: 'auditor',
    displayName: 'Auditor',
    description: 'Sees everything, changes nothing',
    permissions: ['projects:read', 'reports:read', 'billing:read'],
  },
];

/** What the built-in roles may do in the demo's product. */
export const builtInPermissions: Record<string, string[]> = {
  admin: permissions.map(({ name }) => name),
  member: ['projects:read', 'projects:write'],
};
