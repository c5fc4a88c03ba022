import type { clientsPb } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { invalidField, notFound } from '../errors';
import { mergeSent } from './merge-sent';
import type { MachineClientRow } from './rows';
import { newClientSecret } from './secrets';

type Sent = Pick<
  clientsPb.OrganizationClient,
  'name' | 'description' | 'scopes' | 'audience' | 'customClaims' | 'expiry'
> & { redirectUris?: string[] };
type Owner = { organizationId: string } | { resourceId: string };

/** Seconds that a token lives when nothing else is said. */
const defaultExpiry = 3600;

/** Creates a client with its first secret, whose value is returned once. */
export function createMachineClient(
  environment: Environment,
  owner: Owner,
  sent: Sent | undefined,
): { row: MachineClientRow; plainSecret: string } {
  const { clock, newId, store } = environment;
  const now = clock.now();
  const { plainSecret, secret } = newClientSecret(environment);
  const empty: MachineClientRow = {
    id: newId('organizationId' in owner ? 'm2morg' : 'm2m'),
    createdAt: now,
    updatedAt: now,
    ...owner,
    ...{ name: '', description: '', scopes: [], audience: [], customClaims: [], redirectUris: [] },
    expiry: defaultExpiry,
    isDynamic: false,
    metadataUri: '',
    secrets: [secret],
  };
  return { row: store.machineClients.put(mergeSent(empty, readSent(sent))), plainSecret };
}

/** Lays the sent parts over a client. @param paths the update mask, if there is one */
export function updateMachineClient(
  { clock, store }: Environment,
  current: MachineClientRow,
  sent: Sent | undefined,
  paths?: string[],
): MachineClientRow {
  return store.machineClients.put({ ...mergeSent(current, readSent(sent), paths), updatedAt: clock.now() });
}

/** Removes a client with what people let it do. */
export function deleteMachineClient({ store }: Environment, { id }: MachineClientRow): void {
  for (const consent of store.consents.findBy('clientId', id)) store.consents.delete(consent.id);
  store.machineClients.delete(id);
}

/** @throws ConnectError not found when it does not exist or is somebody else's */
export function requireMachineClient({ store }: Environment, id: string, owner: Owner): MachineClientRow {
  const row = store.machineClients.get(id);
  const isOwn =
    'organizationId' in owner
      ? row?.organizationId === owner.organizationId
      : row?.resourceId === owner.resourceId;
  if (!row || !isOwn) throw notFound(`client ${id}`);
  return row;
}

function readSent(sent: Sent | undefined): Partial<MachineClientRow> {
  if (!sent) return {};
  const { name, description, scopes, audience, customClaims, redirectUris } = sent;
  const claims = customClaims.map(({ key, value }) => ({ key, value }));
  const expiry = Number(sent.expiry);
  if (expiry < 0) throw invalidField('client.expiry', 'must not be negative', 'int64.gte');
  return { name, description, scopes, audience, customClaims: claims, redirectUris, expiry };
}
