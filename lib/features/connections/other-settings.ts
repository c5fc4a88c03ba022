import 'server-only';
import { connectionsPb } from '@/lib/scalekit/services';
import type { Setting } from './schema';

type Settings = connectionsPb.Connection['settings'];

/** What is set on a connection that is neither OIDC nor SAML, as far as it is no secret: of those it is told that they are there. */
export function otherSettings(settings: Settings): Setting[] {
  return read(settings).filter(({ value }) => value !== '');
}

function read(settings: Settings): Setting[] {
  switch (settings.case) {
    case 'oauthConfig':
      return oauthSettings(settings.value);
    case 'passwordlessConfig':
      return passwordlessSettings(settings.value);
    case 'webauthnConfig':
      return [
        { label: 'Relying parties', value: settings.value.rp?.ids.join(', ') ?? '' },
        { label: 'Origins', value: settings.value.rp?.origins.join(', ') ?? '' },
      ];
    case 'googleDwdConfig':
      return [
        { label: 'Service account', value: isSet(settings.value.serviceAccountJson) },
        { label: 'Scopes', value: settings.value.scopes.join(', ') },
        { label: 'Token address', value: settings.value.tokenUri ?? '', copy: true },
      ];
    case 'staticConfig':
      // Any of its values may be a password or a key.
      return Object.keys(settings.value.staticConfig ?? {}).map((label) => ({ label, value: 'is set' }));
    default:
      return [];
  }
}

function oauthSettings(config: connectionsPb.OAuthConnectionConfig): Setting[] {
  const address = (label: string, value = ''): Setting => ({ label, value, copy: true });
  const credentials: Setting[] = config.usePlatformCreds
    ? [{ label: 'Client', value: 'Scalekit’s own, for trying out' }]
    : [
        address('Client id', config.clientId),
        { label: 'Client secret', value: config.clientSecret ? 'is set' : 'is missing' },
      ];
  return [
    address('Redirect URI', config.redirectUri),
    ...credentials,
    address('Authorization address', config.authorizeUri),
    address('Token address', config.tokenUri),
    address('User info address', config.userInfoUri),
    { label: 'Scopes', value: config.scopes.join(', ') },
  ];
}

function passwordlessSettings(config: connectionsPb.PasswordLessConfig): Setting[] {
  const { CodeChallengeType, PasswordlessType } = connectionsPb;
  return [
    { label: 'Sent by mail', value: PasswordlessType[config.type] ?? '' },
    { label: 'Valid for', value: config.validity ? `${config.validity} seconds` : '' },
    { label: 'Code length', value: config.codeChallengeLength ? `${config.codeChallengeLength}` : '' },
    { label: 'Code of', value: CodeChallengeType[config.codeChallengeType ?? 0] ?? '' },
  ];
}

const isSet = (value: string | undefined) => (value ? 'is set' : 'is missing');
