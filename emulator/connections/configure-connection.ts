import { connectionsPb } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { invalidArgument } from '../errors';
import { isFilled } from '../users/profile';
import { readCertificate } from './certificate';
import { statusOf } from './completeness';
import { checkKeyId, readProvider } from './create-connection';
import type { CertificateRow, ConnectionRow, ConnectionType } from './rows';
import { readSettings } from './settings';

type Change = connectionsPb.UpdateConnection;

/**
 * Lays the sent parts over a connection; what was not sent stays. The connection is complete when it has all
 * that its type needs.
 * @throws ConnectError invalid argument: settings of another type, a taken key, something that is no certificate
 */
export function configureConnection(
  environment: Environment,
  current: ConnectionRow,
  change: Change | undefined,
): ConnectionRow {
  if (!change) throw invalidArgument('connection is required');
  const { clock, store } = environment;
  if (change.keyId) checkKeyId(store, change.keyId, current.id);
  const type = change.type ? (connectionsPb.ConnectionType[change.type] as ConnectionType) : current.type;
  // Another type has other settings: none of the old ones fit.
  const base = type === current.type ? current : { ...current, type, settings: {}, certificates: [] };
  const row: ConnectionRow = {
    ...base,
    ...readProvider(change),
    updatedAt: clock.now(),
    keyId: change.keyId || current.keyId,
    debugEnabled: change.debugEnabled ?? current.debugEnabled,
    uiButtonTitle: change.uiButtonTitle ?? current.uiButtonTitle,
    configurationType: change.configurationType
      ? (connectionsPb.ConfigurationType[change.configurationType] as ConnectionRow['configurationType'])
      : current.configurationType,
    attributeMapping: isFilled(change.attributeMapping) ? change.attributeMapping : current.attributeMapping,
    settings: { ...base.settings, ...readSettings(type, change.settings) },
    certificates: addCertificate(environment, base.certificates, change),
  };
  return store.connections.put({ ...row, status: statusOf(row) });
}

// A certificate joins those that are there: while an identity provider changes over, it signs with either.
function addCertificate(
  { clock, newId }: Environment,
  current: CertificateRow[],
  { settings }: Change,
): CertificateRow[] {
  const sent = settings.case === 'samlConfig' ? settings.value.idpCertificate : undefined;
  if (!sent) return current;
  const added = readCertificate(sent, newId, clock.now());
  return current.some(({ pem }) => pem === added.pem) ? current : [...current, added];
}
