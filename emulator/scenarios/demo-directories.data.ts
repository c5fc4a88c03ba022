import type { DirectoryProvider } from '../directories/rows';

/** A group of a directory: who is in it by share of the members, and the role that it brings. */
export type GroupStory = { name: string; share: number; role?: string };

export type DirectoryStory = {
  provider: DirectoryProvider;
  groups: GroupStory[];
  /** Groups that the provider has and that were left out when groups were chosen. */
  untracked?: string[];
  state?: 'off' | 'new';
  /** Days until the bearer secret expires; 200, when unset. */
  secretDays?: number;
  /** The mapping of this group was changed yesterday, from this role. */
  remapped?: { group: string; from: string };
  /** Someone of another firm, whom the directory pushes and nobody gets. */
  guest?: string;
};

const engineering: GroupStory = { name: 'Engineering', share: 0.6 };
const finance: GroupStory = { name: 'Finance', share: 0.3, role: 'billing_manager' };
const analysts: GroupStory = { name: 'Reporting', share: 0.4, role: 'analyst' };

/** Customers worth a story, by their label. */
export const directoryStories: Record<string, DirectoryStory> = {
  northwharf: {
    provider: 'OKTA',
    groups: [{ name: 'Fleet admins', share: 0.2, role: 'admin' }, finance, engineering],
    guest: 'oriane.fellmarsh@harrowgate-partners.example',
  },
  // Since yesterday its analysts are auditors, and wonder where their exports went.
  lumenfold: {
    provider: 'MICROSOFT_AD',
    groups: [{ ...analysts, share: 0.7, role: 'auditor' }, finance],
    remapped: { group: 'Reporting', from: 'analyst' },
  },
  // The role of one group comes to nobody: the group was not chosen.
  fennimore: {
    provider: 'GOOGLE',
    groups: [engineering, finance, { name: 'Flight test', share: 0.5, role: 'analyst' }],
    untracked: ['Flight test'],
  },
  quarrystone: { provider: 'MICROSOFT_AD', groups: [finance, analysts], secretDays: 12 },
  copperfen: { provider: 'OKTA', groups: [finance, engineering], state: 'off' },
  bellwether: { provider: 'OKTA', groups: [], state: 'new' },
};

/** What everyone else with directory sync has. */
export const usualDirectories: DirectoryStory[] = [
  { provider: 'OKTA', groups: [engineering, finance] },
  { provider: 'MICROSOFT_AD', groups: [engineering, analysts, finance] },
  { provider: 'ONELOGIN', groups: [engineering] },
  { provider: 'JUMPCLOUD', groups: [engineering, analysts] },
];

export const departments = ['Operations', 'Engineering', 'Finance', 'Customer success', 'Legal'];
