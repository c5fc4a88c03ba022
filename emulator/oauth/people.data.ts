import type { Person } from './types';

/** The staff of the demo. Invented; `keydesk_role` is the claim that the console reads roles from. */
export const people: Person[] = [
  {
    subject: 'usr_70100000000000001',
    email: 'avelina.storrmark@keydesk-demo.example',
    emailVerified: true,
    name: 'Avelina Storrmark',
    claims: { keydesk_role: 'admin' },
  },
  {
    subject: 'usr_70100000000000002',
    email: 'bartek.quillonsen@keydesk-demo.example',
    emailVerified: true,
    name: 'Bartek Quillonsen',
    claims: { keydesk_role: 'lead' },
  },
  {
    subject: 'usr_70100000000000003',
    email: 'chidera.vantongue@keydesk-demo.example',
    emailVerified: true,
    name: 'Chidera Vantongue',
    claims: { keydesk_role: 'support' },
  },
  {
    subject: 'usr_70100000000000004',
    email: 'dagny.ollershay@keydesk-demo.example',
    emailVerified: true,
    name: 'Dagny Ollershay',
    claims: { keydesk_role: 'support' },
  },
  {
    subject: 'usr_70100000000000005',
    email: 'emeric.tallowfen@keydesk-demo.example',
    emailVerified: true,
    name: 'Emeric Tallowfen',
    claims: { keydesk_role: 'viewer' },
  },
  {
    // No role anywhere: the console refuses this person.
    subject: 'usr_70100000000000006',
    email: 'farrukh.windlesea@keydesk-demo.example',
    emailVerified: true,
    name: 'Farrukh Windlesea',
    claims: {},
  },
  {
    // Limited to some customers; the console's staff table says which.
    subject: 'usr_70100000000000007',
    email: 'greta.nightmoor@keydesk-demo.example',
    emailVerified: true,
    name: 'Greta Nightmoor',
    claims: { keydesk_role: 'support' },
  },
];
