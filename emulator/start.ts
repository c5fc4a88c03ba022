import { type Assembly, type AssemblyOptions, assemble, takeSnapshot } from './assemble';
import { createPartnerSite } from './auth/partner-site';
import { createConnectSite } from './connected-accounts/site';
import { createControlSite } from './control';
import { createDescribedFace } from './described-face';
import { describedServices } from './described-services';
import { createGrpcFace } from './faces/grpc';
import { createHomeSite } from './faces/home';
import { listen, type NodeHandler } from './faces/listen';
import { createOauthSite } from './faces/oauth';
import { createPagesFace } from './faces/pages';
import { createRestFace } from './faces/rest';
import { createMailboxSite } from './mail/site';
import { startSmtpSink } from './mail/smtp-sink';
import { people } from './oauth/people.data';
import { createPipeline } from './pipeline';
import { createPortalSite } from './portal/site';
import { createProxySite } from './proxy/site';
import { createRunner } from './run-operation';
import { createScimSite } from './scim/site';
import { emulatedOperations } from './services';
import { createInvitationSite } from './sign-in/invitation-site';
import { createSignInSite } from './sign-in/sign-in';
import { createSaver, readSnapshot, writeSnapshot } from './snapshot-file';

export type EmulatorOptions = AssemblyOptions & {
  /** 0, the default, takes a free one. */
  port?: number;
  /** Where mail is taken; 0, the default, takes a free one. */
  smtpPort?: number;
  /** Restored at the start when it exists, saved after changes and at the end. */
  snapshotFile?: string;
};

export type Emulator = Awaited<ReturnType<typeof startEmulator>>;

/**
 * Starts an emulated environment on the loopback address.
 * @throws SnapshotError, or the system's error when the port cannot be had
 */
export async function startEmulator({
  port = 0,
  smtpPort = 0,
  snapshotFile,
  ...options
}: EmulatorOptions = {}) {
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
  const smtp = await startSmtpSink(assembly.environment, smtpPort).catch(async (error) => {
    assembly.webhooks.stop();
    await listener.close();
    throw Object.assign(error, { option: '--smtp-port' });
  });
  const saver = snapshotFile
    ? createSaver(() => writeSnapshot(snapshotFile, takeSnapshot(assembly)))
    : undefined;
  if (saver) changed = saver.changed;
  saver?.flush();

  const { environment, credentials, clock, faults, journal, oauth, webhooks } = assembly;
  return {
    url,
    smtp: { host: smtp.host, port: smtp.port },
    clientId: credentials.clientId,
    clientSecret: credentials.clientSecret,
    staff: { clientId: credentials.staffClientId, clientSecret: credentials.staffClientSecret },
    people: people.map(({ email, name, claims }) => ({ email, name, role: claims.keydesk_role ?? null })),
    environment,
    store: environment.store,
    clock,
    faults,
    journal,
    webhooks,
    /** An API token of the environment's client, without a request. */
    issueToken: () => oauth.issueClientToken(credentials.clientId),
    async stop() {
      webhooks.stop();
      await Promise.all([listener.close(), smtp.close()]);
      saver?.flush();
    },
  };
}

function createHandler(assembly: Assembly, changed: () => void): NodeHandler {
  const { environment, clock, faults, journal, oauth, rateLimit } = assembly;
  const parts = {
    clock,
    faults,
    journal,
    rateLimit,
    verifyAccessToken: (token: string) => oauth.verifyAccessToken(token),
  };
  const runOperation = createRunner(parts);
  const pipeline = createPipeline({ ...parts, operations: emulatedOperations(environment), runOperation });
  const described = createDescribedFace(runOperation, describedServices(environment, oauth.signToken));
  const rest = createRestFace(pipeline, described);
  const pages = createPagesFace({
    origin: environment.url,
    now: clock.now,
    journal,
    faults,
    sites: [
      createControlSite(assembly),
      createHomeSite(environment),
      createMailboxSite(environment),
      createConnectSite(environment),
      createProxySite(environment, oauth.verifyAccessToken),
      createPortalSite(environment),
      createInvitationSite(environment),
      createPartnerSite(assembly.signIn),
      createSignInSite(assembly.signIn),
      createScimSite(environment),
      createOauthSite(oauth, changed),
    ],
  });
  return createGrpcFace(pipeline, (request, response) => {
    void (request.url?.startsWith('/api/') ? rest : pages)(request, response);
  });
}
