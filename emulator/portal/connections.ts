import { create } from '@bufbuild/protobuf';
import { z } from 'zod';
import { connectionsPb } from '@/lib/scalekit/services';
import { configureConnection } from '../connections/configure-connection';
import { createOrganizationConnection } from '../connections/create-connection';
import { requireConnection } from '../connections/find-connection';
import type { ConnectionRow } from '../connections/rows';
import { disableConnection, enableConnection, type Toggled } from '../connections/toggle-connection';
import { failedPrecondition } from '../errors';
import { connectionPath, providers } from './connection-section';
import type { PortalAct } from './portal-act';

const { ConnectionProvider, ConnectionType } = connectionsPb;

const newSchema = z.object({
  provider: z.enum(providers.map(({ value }) => value)),
  type: z.enum(['SAML', 'OIDC']),
});

/** Begins a connection; its settings come next. */
export const addConnection: PortalAct = ({ environment, organization }, form) => {
  const { provider, type } = newSchema.parse(form);
  const input = create(connectionsPb.CreateConnectionSchema, {
    provider: ConnectionProvider[provider],
    type: ConnectionType[type],
  });
  return { location: connectionPath(createOrganizationConnection(environment, organization, input)) };
};

// What is left empty stays as it is.
const text = z.string().trim().optional();
const samlSchema = z.object({
  idpMetadataUrl: text,
  idpEntityId: text,
  idpSsoUrl: text,
  idpCertificate: text,
});
const oidcSchema = z.object({ issuer: text, clientId: text, clientSecret: text });

/** Saves what the identity provider said. @throws ConnectError for something that is no certificate */
export const saveConnection: PortalAct = ({ environment, organization }, form, id) => {
  const current = requireConnection(environment, organization.id, id);
  const change = create(connectionsPb.UpdateConnectionSchema, {
    provider: ConnectionProvider[current.provider],
    providerKey: current.providerKey,
    settings: readSettings(current, form),
  });
  configureConnection(environment, current, change);
  return { location: connectionPath(current), done: 'settings-saved' };
};

function readSettings({ type }: ConnectionRow, form: Record<string, string | undefined>) {
  if (type === 'SAML') return { case: 'samlConfig', value: samlSchema.parse(form) } as const;
  return { case: 'oidcConfig', value: oidcSchema.parse(form) } as const;
}

/** @throws ConnectError failed precondition that says what is missing */
export const switchOnConnection: PortalAct = ({ environment, organization }, _form, id) => {
  const current = requireConnection(environment, organization.id, id);
  return answer(current, enableConnection(environment, current), true);
};

export const switchOffConnection: PortalAct = ({ environment, organization }, _form, id) => {
  const current = requireConnection(environment, organization.id, id);
  return answer(current, disableConnection(environment, current), false);
};

function answer(row: ConnectionRow, { enabled, errorMessage }: Toggled, wanted: boolean) {
  if (enabled !== wanted) throw failedPrecondition(errorMessage ?? 'The connection could not be switched');
  return {
    location: connectionPath(row),
    done: wanted ? 'connection-enabled' : 'connection-disabled',
  } as const;
}
