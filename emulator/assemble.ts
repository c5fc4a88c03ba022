import { type Clock, createClock } from './clock';
import { type Credentials, chooseCredentials, listClients } from './credentials';
import type { Environment } from './environment';
import { createFaults, type Faults } from './faults';
import { createIds } from './ids';
import { createJournal, type Journal } from './journal';
import { createOauth, type Oauth } from './oauth/oauth';
import { people } from './oauth/people.data';
import { type ScenarioName, seedScenario } from './scenarios/scenario';
import { type Snapshot, snapshotSchema } from './snapshot-file';
import { clearStore, createStore, dumpStore, restoreStore } from './store';

export type AssemblyOptions = {
  /** What the environment holds when no snapshot is restored; `empty` by default. */
  scenario?: ScenarioName;
  environmentId?: string;
  /** `production` by default; the demo scenario makes less of any other. */
  environmentName?: string;
  clientId?: string;
  clientSecret?: string;
  staffClientId?: string;
  staffClientSecret?: string;
  /** Where the staff's sign-in may return to. */
  redirectUris?: string[];
  journalSize?: number;
  /** Milliseconds since the epoch; `Date.now` by default. */
  now?: () => number;
};

/** The parts of an emulator before it has a port. */
export type Assembly = {
  environment: Environment;
  credentials: Credentials;
  clock: Clock;
  oauth: Oauth;
  journal: Journal;
  faults: Faults;
  scenario: ScenarioName;
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
  const clients = listClients(credentials, options.redirectUris ?? []);
  const oauth = createOauth({
    issuer: url,
    now: clock.now,
    newId,
    clients: () => clients,
    people: () => people,
  });
  const scenario = options.scenario ?? 'empty';
  const journal = createJournal(options.journalSize);
  const assembly = { environment, credentials, clock, oauth, journal, faults: createFaults(), scenario };
  if (saved) restoreSnapshot(assembly, saved);
  else seedScenario(environment, scenario);
  return assembly;
}

/** Back to the scenario's first moment. Credentials and signing keys stay, so that clients keep working. */
export function resetAssembly({ environment, clock, journal, faults, scenario }: Assembly): void {
  clock.reset();
  journal.clear();
  faults.clear();
  clearStore(environment.store);
  seedScenario(environment, scenario);
}

export function takeSnapshot({ environment, credentials, clock, oauth }: Assembly): Snapshot {
  const { id, name, store } = environment;
  return {
    version: 1,
    environment: { id, name },
    credentials,
    shiftMs: clock.shiftMs(),
    tables: dumpStore(store),
    oauth: oauth.snapshot(),
  };
}

/**
 * Replaces what the environment holds; its name and credentials stay as they are.
 * @throws ZodError when it is not a snapshot
 */
export function restoreSnapshot({ environment, clock, oauth }: Assembly, data: unknown): void {
  const snapshot = snapshotSchema.parse(data);
  restoreStore(environment.store, snapshot.tables);
  oauth.restore(snapshot.oauth);
  clock.reset();
  clock.shift(snapshot.shiftMs);
}
