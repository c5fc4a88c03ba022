import type { ConsentRow } from '../clients/rows';
import type { Environment } from '../environment';

/** What a person has let a client do. */
export function findConsent(
  { store }: Environment,
  clientId: string,
  externalUserId: string,
): ConsentRow | undefined {
  return store.consents.findBy('clientId', clientId).find((row) => row.externalUserId === externalUserId);
}

/** Notes that a person lets a client do this as well. */
export function grantConsent(
  environment: Environment,
  wanted: Pick<ConsentRow, 'clientId' | 'resourceId' | 'externalUserId' | 'scopes'>,
): ConsentRow {
  const { clock, newId, store } = environment;
  const known = findConsent(environment, wanted.clientId, wanted.externalUserId);
  const scopes = [...new Set([...(known?.scopes ?? []), ...wanted.scopes])];
  return store.consents.put({ id: newId('usrcnst'), createdAt: clock.now(), ...known, ...wanted, scopes });
}

/** True when nothing is asked that the person has not allowed before. */
export function isCovered(consent: ConsentRow | undefined, scopes: string[]): boolean {
  return consent !== undefined && scopes.every((scope) => consent.scopes.includes(scope));
}
