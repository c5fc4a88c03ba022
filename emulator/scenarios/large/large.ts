import type { Environment } from '../../environment';
import { connectionBase, domainBase, tokenBase } from './belongings';
import { authLogBase, eventBase } from './history';
import { membershipBase, organizationBase, userBase } from './people';

/**
 * Lays ten thousand customers under the store, with a hundred thousand users and a million records of the past. Nothing
 * is made before somebody looks at it. It has no sandbox: every environment of it is as large.
 * @param days how far back the login log and the events go
 */
export function layLargeBase({ clock, store }: Environment, days: number): void {
  const now = clock.now();
  const organizations = organizationBase(now);
  store.organizations.layBase(organizations);
  store.users.layBase(userBase(now));
  store.memberships.layBase(membershipBase(now));
  store.connections.layBase(connectionBase(now));
  store.domains.layBase(domainBase(now));
  store.tokens.layBase(tokenBase(now));
  const application = () => store.clients.all().find(({ clientType }) => clientType === 'ENV');
  store.authLogs.layBase(authLogBase(now, days, application));
  store.events.layBase(eventBase(now, days, organizations.at));
}
