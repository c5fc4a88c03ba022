import type { Base } from '../../base';
import type { ConnectionRow } from '../../connections/rows';
import type { DomainRow } from '../../domains/rows';
import { hashSecret } from '../../hash-secret';
import type { TokenRow } from '../../tokens/rows';
import { chosen, mixed, numberedIds } from './numbers';
import {
  hasConnection,
  labelOf,
  organizationBornAt,
  organizationCount,
  organizationId,
  organizationIndex,
} from './people';

const hourMs = 3_600_000;

// A thing that only some customers have is numbered without gaps: of three customers two have it.
const connectionCount = Math.ceil((organizationCount * 2) / 3);
const ownerOfConnection = (index: number) => Math.floor(index / 2) * 3 + (index % 2);
const connectionOf = (organization: number) => Math.floor(organization / 3) * 2 + (organization % 3);
const connectionIds = numberedIds('conn', 4, connectionCount);

/** A connection that works, for two of three customers. */
export function connectionBase(now: number): Base<ConnectionRow> {
  return {
    size: connectionCount,
    indexOf: connectionIds.indexOf,
    at(index) {
      const owner = ownerOfConnection(index);
      const createdAt = organizationBornAt(owner, now) + hourMs;
      const host = `login.${labelOf(owner)}.example`;
      return {
        id: connectionIds.at(index),
        createdAt,
        updatedAt: createdAt,
        kind: 'organization',
        organizationId: organizationId(owner),
        ...providerOf(index),
        type: 'OIDC',
        keyId: keyIdOf(index),
        status: 'COMPLETED',
        enabled: mixed(index, 7, 40) > 0,
        debugEnabled: false,
        uiButtonTitle: '',
        configurationType: 'MANUAL',
        attributeMapping: { email: 'email', first_name: 'given_name', last_name: 'family_name' },
        settings: {
          issuer: `https://${host}`,
          clientId: `keydesk-${index}`,
          authorizeUri: `https://${host}/authorize`,
          tokenUri: `https://${host}/token`,
        },
        certificates: [],
        domainIds: [domainIds.at(owner)],
      };
    },
    find: {
      organizationId(value) {
        const owner = organizationIndex(value ?? '');
        return owner !== undefined && hasConnection(owner) ? [connectionOf(owner)] : [];
      },
      keyId(value) {
        const index = Number(/-(\d+)$/.exec(value)?.[1]);
        return index < connectionCount && keyIdOf(index) === value ? [index] : [];
      },
    },
  };
}

export function providerOf(index: number): { provider: ConnectionRow['provider']; providerKey: string } {
  const provider = chosen(['OKTA', 'MICROSOFT_AD', 'GOOGLE', 'ONELOGIN'] as const, index, 8);
  return { provider, providerKey: provider };
}

const keyIdOf = (index: number) => `${providerOf(index).provider.toLowerCase().replace('_', '-')}-${index}`;

/** The connection of a customer; undefined for those without. */
export function connectionIdOf(organization: number): string | undefined {
  return hasConnection(organization) ? connectionIds.at(connectionOf(organization)) : undefined;
}

/** What the connection of a customer is called in the login log. */
export function providerOfCustomer(organization: number): string {
  return providerOf(connectionOf(organization)).provider;
}

const domainIds = numberedIds('dom', 5, organizationCount);

/** A verified domain for every customer. */
export function domainBase(now: number): Base<DomainRow> {
  return {
    size: organizationCount,
    indexOf: domainIds.indexOf,
    at(index) {
      const createdAt = organizationBornAt(index, now) + hourMs / 2;
      return {
        id: domainIds.at(index),
        createdAt,
        updatedAt: createdAt,
        organizationId: organizationId(index),
        name: `${labelOf(index)}.example`,
        type: 'ORGANIZATION_DOMAIN',
        status: 'AUTO_VERIFIED',
        method: 'ADMIN',
        txtKey: `scalekit-verification-${index}`,
        txtSecret: `record-${mixed(index, 9, 1_000_000_000)}`,
        txtPublished: false,
      };
    },
    find: {
      organizationId: (value) => someOf(organizationIndex(value)),
      name(value) {
        const index = domainsByName().get(value);
        return someOf(index);
      },
    },
  };
}

let names: Map<string, number> | undefined;
function domainsByName(): Map<string, number> {
  names ??= new Map(
    Array.from({ length: organizationCount }, (_, index) => [`${labelOf(index)}.example`, index]),
  );
  return names;
}

const keyCount = organizationCount * 2;
const keyIds = numberedIds('apit', 6, keyCount);

/** Two keys of every customer. Nobody was ever told their values. */
export function tokenBase(now: number): Base<TokenRow> {
  return {
    size: keyCount,
    indexOf: keyIds.indexOf,
    at(index) {
      const owner = Math.floor(index / 2);
      const createdAt = organizationBornAt(owner, now) + (1 + (index % 2)) * (hourMs / 2);
      return {
        id: keyIds.at(index),
        createdAt,
        organizationId: organizationId(owner),
        description: index % 2 ? 'Nightly export' : 'CI deploys',
        customClaims: {},
        valueHash: hashSecret(`nobody knows ${index}`),
        suffix: String(10_000 + mixed(index, 10, 9_000)).slice(-4),
        expiresAt: mixed(index, 11, 4) === 0 ? now + (1 + mixed(index, 12, 300)) * 24 * hourMs : undefined,
      };
    },
    find: {
      organizationId(value) {
        const owner = organizationIndex(value);
        return owner === undefined ? [] : [owner * 2, owner * 2 + 1];
      },
    },
  };
}

function someOf(index: number | undefined): number[] {
  return index === undefined ? [] : [index];
}
