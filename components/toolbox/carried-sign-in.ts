import { z } from 'zod';

const carried = z.object({
  verifier: z.string().min(43).max(128),
  state: z.string().max(2048),
  clientId: z.string().max(2048),
  redirectUri: z.string().max(2048),
});

/** What the exchange of a code needs from the builder of its sign-in URL. */
export type CarriedSignIn = z.infer<typeof carried>;

// Of one environment, in this tab alone: the verifier stands in no address and goes nowhere before the exchange.
const keyOf = (environment: string) => `keydesk.sign-in:${environment}`;

/** Keeps it until the tab is closed or the code exchanged. */
export function carrySignIn(environment: string, signIn: CarriedSignIn): void {
  try {
    sessionStorage.setItem(keyOf(environment), JSON.stringify(signIn));
  } catch {
    // Storage is full or switched off: the verifier can still be copied by hand.
  }
}

/** What this tab's builder made last; null when it made nothing. */
export function readCarriedSignIn(environment: string): CarriedSignIn | null {
  try {
    const stored = carried.safeParse(JSON.parse(sessionStorage.getItem(keyOf(environment)) ?? 'null'));
    return stored.success ? stored.data : null;
  } catch {
    return null;
  }
}

/** Forgets it. */
export function dropCarriedSignIn(environment: string): void {
  try {
    sessionStorage.removeItem(keyOf(environment));
  } catch {
    // Nothing was kept.
  }
}
