import type { OrganizationRow } from '../organizations/rows';
import type { UserRow } from '../users/rows';
import type { DemoContext } from './demo';
import { desktops, mobiles, places } from './demo-access.data';
import { deviceAt, putSession, type Scene, waysIn } from './demo-sessions';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** When a region's working day begins, in UTC: nine o'clock in New York and in Paris. */
const morning = { US: 14, EU: 8 } as const;
/** A customer signs in at most so often a day, so that a year of history stays small. */
const mostADay = 3;

/**
 * Everyday sign-ins of the days before today, the same in every run: people come in the morning, fewer after lunch, next
 * to nobody at weekends. Sessions, login log and events, told to nobody.
 */
export function seedHistory(context: DemoContext, organizations: OrganizationRow[], days: number): void {
  const { environment } = context;
  const application = environment.store.clients.all().find(({ clientType }) => clientType === 'WEB_APP');
  if (!application) return;
  const today = Math.floor(environment.clock.now() / dayMs) * dayMs;
  for (const organization of organizations) {
    const scene: Scene = { organization, application, connection: waysIn(context, organization) };
    const people = activePeople(context, organization);
    for (let day = days; day >= 1; day -= 1) seedDay(context, scene, people, today - day * dayMs);
  }
}

function activePeople({ environment: { store } }: DemoContext, { id }: OrganizationRow): UserRow[] {
  return store.memberships
    .findBy('organizationId', id)
    .filter(({ status }) => status === 'active')
    .flatMap(({ userId }) => store.users.get(userId) ?? []);
}

function seedDay(context: DemoContext, scene: Scene, people: UserRow[], day: number): void {
  const { random } = context;
  const isWeekend = [0, 6].includes(new Date(day).getUTCDay());
  const count = isWeekend ? (random.chance(0.05) ? 1 : 0) : random.below(mostADay + 1);
  for (let index = 0; index < count; index += 1) {
    const hours = random.chance(0.7) ? random.below(3) : 4 + random.below(5);
    const at = day + (morning[scene.organization.region] + hours) * hourMs + random.below(hourMs);
    const arrived = people.filter(({ createdAt }) => createdAt < at);
    if (arrived.length === 0) continue;
    const place = random.pick(places[scene.organization.region]);
    const device = deviceAt(context, random.chance(0.8) ? desktops : mobiles, place);
    putSession(context, scene, random.pick(arrived), device, at);
  }
}
