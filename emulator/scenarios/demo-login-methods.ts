import type { ConnectionRow } from '../connections/rows';
import type { DemoContext } from './demo';

type Method = Pick<ConnectionRow, 'provider' | 'providerKey' | 'type' | 'settings' | 'enabled'>;

const methods: Method[] = [
  {
    provider: 'SCALEKIT',
    providerKey: 'SCALEKIT',
    type: 'PASSWORDLESS',
    settings: { type: 'LINK_OTP', validity: 300, enforceSameBrowserOrigin: false },
    enabled: true,
  },
  {
    provider: 'GOOGLE',
    providerKey: 'GOOGLE',
    type: 'OAUTH',
    settings: { usePlatformCreds: true, scopes: ['openid', 'profile', 'email'] },
    enabled: true,
  },
  // Somebody started with it and never got the client's credentials.
  { provider: 'GITHUB', providerKey: 'GITHUB', type: 'OAUTH', settings: {}, enabled: false },
];

/** What people of every customer may sign in with. */
export function seedLoginMethods({ environment, newId, random, daysAgo }: DemoContext): void {
  for (const method of methods) {
    const at = daysAgo(750);
    environment.store.connections.put({
      id: newId('conn'),
      createdAt: at,
      updatedAt: at,
      kind: 'login',
      keyId: `${method.providerKey.toLowerCase()}-${random.text(8).toLowerCase()}`,
      status: method.enabled ? 'COMPLETED' : 'IN_PROGRESS',
      debugEnabled: false,
      uiButtonTitle: '',
      configurationType: 'CONFIGURATION_TYPE_UNSPECIFIED',
      attributeMapping: {},
      certificates: [],
      domainIds: [],
      ...method,
    });
  }
}
