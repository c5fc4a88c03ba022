import { invalidField } from '../errors';
import type { Store } from '../store';
import { publicDomains } from './public-domains.data';
import type { DomainType } from './rows';

const field = 'domain.domain';
const hostname =
  /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/**
 * Holds a new domain against the documented rules. An organization's own domain is unique in the environment,
 * because sign-in is routed by it; an allowed e-mail domain is unique in its organization.
 * @param name in lower case
 * @throws ConnectError invalid argument
 */
export function checkDomain(store: Store, organizationId: string, name: string, type: DomainType): void {
  if (!hostname.test(name)) throw invalidField(field, `${name} is not a domain name`, 'domain.format');
  if (publicDomains.has(name)) {
    throw invalidField(field, `${name} is a public or disposable domain`, 'domain.public');
  }
  const taken = store.domains
    .findBy('name', name)
    .filter((other) => other.type === type)
    .some((other) => type === 'ORGANIZATION_DOMAIN' || other.organizationId === organizationId);
  if (taken) throw invalidField(field, `${name} already exists`, 'domain.unique');
}
