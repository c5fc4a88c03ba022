import type { ConnectionRow, ConnectionStatus } from './rows';

/**
 * What a connection still lacks to work, as field names. A discovery endpoint and a metadata URL count for what
 * they would lead to: the emulator asks no other machine.
 */
export function missingSettings(row: ConnectionRow): string[] {
  const has = (...names: string[]) => names.every((name) => Boolean(row.settings[name]));
  const lacking = (name: string, ok: boolean) => (ok ? [] : [name]);
  switch (row.type) {
    case 'OIDC':
      return [
        ...lacking('client_id', has('clientId')),
        ...lacking('client_secret', has('clientSecret')),
        ...lacking('issuer', has('issuer') || has('discoveryEndpoint') || has('authorizeUri', 'tokenUri')),
      ];
    case 'SAML':
      if (has('idpMetadataUrl')) return [];
      return [
        ...lacking('idp_entity_id', has('idpEntityId')),
        ...lacking('idp_sso_url', has('idpSsoUrl')),
        ...lacking('idp_certificate', row.certificates.length > 0),
      ];
    case 'OAUTH':
      if (row.kind === 'app' || has('usePlatformCreds')) return [];
      return [...lacking('client_id', has('clientId')), ...lacking('client_secret', has('clientSecret'))];
    case 'WEBAUTHN':
      return lacking('rp', has('rp'));
    default:
      return [];
  }
}

/** The state of a connection that was edited. */
export function statusOf(row: ConnectionRow): ConnectionStatus {
  return missingSettings(row).length === 0 ? 'COMPLETED' : 'IN_PROGRESS';
}
