import type { JsonWebKey } from 'node:crypto';
import { createAgents } from './auth/agents';
import { findApplication, findMachineApplication } from './clients/applications';
import { ensureDefaultClients } from './clients/default-clients';
import { type Clock, createClock } from './clock';
import { type Credentials, chooseCredentials } from './credentials';
import type { Environment } from './environment';
import { createFaults, type Faults } from './faults';
import { createIds } from './ids';
import { createJournal, type Journal } from './journal';
import { createOauth, type Oauth } from './oauth/oauth';
import { people } from './oauth/people.data';
import { createRateLimit, type RateLimit } from './rate-limit';
import { layLargeBase } from './scenarios/large/large';
import type { ScenarioName } from './scenarios/names';
import { seedScenario } from './scenarios/scenario';
import type { SignInContext } from './sign-in/auth-request';
import { createEndUsers } from './sign-in/sign-in';
import { type Snapshot, snapshotSchema } from './snapshot-file';
import { clearStore, createStore, dumpStore, restoreStore } from './store';
import { type EndpointInput, ensureWebhookEndpoints } from './webhooks/endpoints';
import { createWebhookSender, type WebhookSender } from './webhooks/sender';

export type AssemblyOptions = {
  /** What the environment holds when no snapshot is restored; `empty` by default. */
  scenario?: ScenarioName;
  environmentId?: string;
  /** Days of made-up sign-ins: of `demo`, besides its stories; of `large`, 90 by default. */
  daysOfHistory?: number;
  /** `production` by default; the demo scenario makes less of any other. */
  environmentName?: string;
  clientId?: string;
  clientSecret?: string;
  staffClientId?: string;
  staffClientSecret?: string;
  /** Where the staff's sign-in may return to. */
  redirectUris?: string[];
  journalSize?: number;
  /** API requests a minute; no limit by default. */
  requestsPerMinute?: number;
  /** Receivers of webhooks that are there from the start, and after a reset. */
  webhooks?: EndpointInput[];
  /** The RSA key that signs tokens; a new one by default, which takes a moment to make. */
  signingKey?: JsonWebKey;
  /** Milliseconds since the epoch; `Date.now` by default. */
  now?: () => number;
};

/** The parts of an emulator before it has a port. */
export type Assembly = {
  environment: Environment;
  credentials: Credentials;
  clock: Clock;
  oauth: Oauth;
  signIn: SignInContext;
  journal: Journal;
  faults: Faults;
  rateLimit: RateLimit;
  webhooks: WebhookSender;
  /** Puts in the environment's own applications, with their credentials, where they are missing. */
  ensureClients: () => void;
  /** Fills the empty environment. */
  seed: () => void;
  requestsPerMinute: number | null;
};

/** Puts the parts together and fills them from the snapshot, or else from the scenario. */
export function assemble(
  options: AssemblyOptions,
  saved: Snapshot | null,
  url: () => string,
  changed: () => void,
): Assembly {
  const clock = createClock(options.now);
  const newId = createIds(clock.now);
  const environment: Environment = {
    id: options.environmentId ?? saved?.environment.id ?? newId('env'),
    name: options.environmentName ?? saved?.environment.name ?? 'production',
    url,
    clock,
    newId,
    store: createStore(changed),
    eventListeners: new Set(),
  };
  const credentials = chooseCredentials(newId, options, saved?.credentials);
  const signIn: SignInContext = { environment, issueCode: (grant) => oauth.issueCode(grant) };
  const oauth = createOauth({
    issuer: url,
    signingKey: options.signingKey,
    now: clock.now,
    newId,
    findApplication: (clientId) => findApplication(environment, clientId, credentials.staffClientId),
    findMachine: (clientId) => findMachineApplication(environment, clientId),
    people: () => people,
    endUsers: createEndUsers(signIn),
    agents: createAgents(environment),
  });
  const scenario = options.scenario ?? 'empty';
  if (scenario === 'large') layLargeBase(environment, options.daysOfHistory ?? 90);
  const journal = createJournal(options.journalSize);
  const webhooks = createWebhookSender(environment);
  const ensureClients = () => ensureDefaultClients(environment, credentials, options.redirectUris ?? []);
  const seed = () => {
    // The past is made up in silence: nobody is told of it.
    environment.eventListeners.delete(webhooks.send);
    seedScenario(environment, scenario, options.daysOfHistory);
    environment.eventListeners.add(webhooks.send);
    ensureClients();
    ensureWebhookEndpoints(environment, options.webhooks ?? []);
  };
  const assembly = {
    environment,
    credentials,
    clock,
    oauth,
    signIn,
    journal,
    faults: createFaults(),
    rateLimit: createRateLimit(clock.now, options.requestsPerMinute),
    webhooks,
    ensureClients,
    seed,
    requestsPerMinute: options.requestsPerMinute ?? null,
  };
  if (saved) {
    restoreSnapshot(assembly, saved);
    environment.eventListeners.add(webhooks.send);
    ensureWebhookEndpoints(environment, options.webhooks ?? []);
  } else seed();
  return assembly;
}

/** Back to the scenario's first moment. Credentials and signing keys stay, so that clients keep working. */
export function resetAssembly(assembly: Assembly): void {
  const { environment, clock, journal, faults, rateLimit, requestsPerMinute, seed } = assembly;
  clock.reset();
  journal.clear();
  faults.clear();
  rateLimit.set(requestsPerMinute);
  clearStore(environment.store);
  seed();
}

export function takeSnapshot({ environment, credentials, clock, oauth }: Assembly): Snapshot {
  const { id, name, store } = environment;
  return {
    version: 1,
    environment: { id, name },
    credentials,
    shiftMs: clock.shiftMs(),
    ...dumpStore(store),
    oauth: oauth.snapshot(),
  };
}

/**
 * Replaces what the environment holds; its name and credentials stay as they are.
 * @throws ZodError when it is not a snapshot
 */
export function restoreSnapshot({ environment, clock, oauth, ensureClients }: Assembly, data: unknown): void {
  const snapshot = snapshotSchema.parse(data);
  restoreStore(environment.store, snapshot);
  oauth.restore(snapshot.oauth);
  clock.reset();
  clock.shift(snapshot.shiftMs);
  ensureClients();
}
