import { createHash } from 'node:crypto';
import type { ConnectionRow } from '../connections/rows';
import type { Environment } from '../environment';
import type { Device } from '../sessions/rows';
import type { ExternalIdentity, UserRow } from '../users/rows';
import { enrolPasskey } from '../webauthn/enrol';
import type { DemoContext } from './demo';
import { authenticators, passkeyNames } from './demo-access.data';

/** Who a person is at the identity provider that they signed in through. */
export function seedIdentity({ store }: Environment, connection: ConnectionRow, user: UserRow): void {
  if (!connection.organizationId || user.lastLoginAt === undefined) return;
  const identity: ExternalIdentity = {
    connectionId: connection.id,
    connectionType: connection.type,
    connectionProvider: providerOf(connection),
    connectionUserId: `00u${digest(user.id).slice(0, 17)}`,
    isSocial: false,
    createdAt: Math.max(user.createdAt, connection.createdAt),
    lastLoginAt: user.lastLoginAt,
    lastSyncedAt: user.lastLoginAt,
  };
  store.users.put({ ...user, externalIdentities: [identity] });
}

function providerOf({ provider }: ConnectionRow): ExternalIdentity['connectionProvider'] {
  return provider === 'CONNECTION_PROVIDER_UNSPECIFIED' ? 'IDENTITY_PROVIDER_UNSPECIFIED' : provider;
}

/** A passkey that a person registered on the device they work on. */
export function seedPasskey(context: DemoContext, user: UserRow, device: Device): void {
  const { environment, newId, random, daysAgo } = context;
  const authenticator = random.pick(authenticators);
  const createdAt = Math.max(user.createdAt, daysAgo(1 + random.below(120)));
  const id = newId('cred');
  const displayName = random.pick(passkeyNames);
  const backedUp = authenticator.attachment === 'platform' && random.chance(0.8);
  enrolPasskey(environment, {
    ...{ id, createdAt, userId: user.id, displayName, authenticator, backedUp, device },
  });
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
