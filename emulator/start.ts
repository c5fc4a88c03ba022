import { type Assembly, type AssemblyOptions, assemble, takeSnapshot } from './assemble';
import { createControlSite } from './control';
import { createGrpcFace } from './faces/grpc';
import { createHomeSite } from './faces/home';
import { listen, type NodeHandler } from './faces/listen';
import { createOauthSite } from './faces/oauth';
import { createPagesFace } from './faces/pages';
import { createRestFace } from './faces/rest';
import { people } from './oauth/people.data';
import { createPipeline } from './pipeline';
import { createPortalSite } from './portal/site';
import { emulatedOperations } from './services';
import { createSaver, readSnapshot, writeSnapshot } from './snapshot-file';

export type EmulatorOptions = AssemblyOptions & {
  /** 0, the default, takes a free one. */
  port?: number;
  /** Restored at the start when it exists, saved after changes and at the end. */
  snapshotFile?: string;
};

export type Emulator = Awaited<ReturnType<typeof startEmulator>>;

/**
 * Starts an emulated environment on the loopback address.
 * @throws SnapshotError, or the system's error when the port cannot be had
 */
export async function startEmulator({ port = 0, snapshotFile, ...options }: EmulatorOptions = {}) {
  let url = '';
  let changed = () => {};
  const saved = snapshotFile ? readSnapshot(snapshotFile) : null;
  const assembly = assemble(
    options,
    saved,
    () => url,
    () => changed(),
  );
  const listener = await listen(
    port,
    createHandler(assembly, () => changed()),
  );
  url = `http://127.0.0.1:${listener.port}`;
  const saver = snapshotFile
    ? createSaver(() => writeSnapshot(snapshotFile, takeSnapshot(assembly)))
    : undefined;
  if (saver) changed = saver.changed;
  saver?.flush();

  const { environment, credentials, clock, faults, journal, oauth } = assembly;
  return {
    url,
    clientId: credentials.clientId,
    clientSecret: credentials.clientSecret,
    staff: { clientId: credentials.staffClientId, clientSecret: credentials.staffClientSecret },
    people: people.map(({ email, name, claims }) => ({ email, name, role: claims.keydesk_role ?? null })),
    environment,
    store: environment.store,
    clock,
    faults,
    journal,
    /** An API token of the environment's client, without a request. */
    issueToken: () => oauth.issueClientToken(credentials.clientId),
    async stop() {
      await listener.close();
      saver?.flush();
    },
  };
}

function createHandler(assembly: Assembly, changed: () => void): NodeHandler {
  const { environment, credentials, clock, faults, journal, oauth } = assembly;
  const pipeline = createPipeline({
    clock,
    faults,
    journal,
    operations: emulatedOperations(environment),
    async verifyAccessToken(token) {
      const caller = await oauth.verifyAccessToken(token);
      return caller?.clientId === credentials.clientId ? caller : null;
    },
  });
  const rest = createRestFace(pipeline);
  const pages = createPagesFace({
    origin: environment.url,
    now: clock.now,
    journal,
    faults,
    sites: [
      createControlSite(assembly),
      createHomeSite(environment),
      createPortalSite(environment),
      createOauthSite(oauth, changed),
    ],
  });
  return createGrpcFace(pipeline, (request, response) => {
    void (request.url?.startsWith('/api/') ? rest : pages)(request, response);
  });
}
