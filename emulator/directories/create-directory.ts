import { directoriesPb } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import type { OrganizationRow } from '../organizations/rows';
import type { DirectoryProvider, DirectoryRow, DirectoryType } from './rows';

type Input = Pick<directoriesPb.CreateDirectory, 'directoryType' | 'directoryProvider'>;

const names: Record<DirectoryProvider, string> = {
  DIRECTORY_PROVIDER_UNSPECIFIED: 'Custom directory',
  OKTA: 'Okta',
  GOOGLE: 'Google Workspace',
  MICROSOFT_AD: 'Microsoft Entra ID',
  AUTH0: 'Auth0',
  ONELOGIN: 'OneLogin',
  JUMPCLOUD: 'JumpCloud',
  PING_IDENTITY: 'PingIdentity',
};

/** Adds a directory. It is enabled from the start, though nothing was synchronized yet. */
export function createDirectory(
  { clock, newId, store }: Environment,
  organization: OrganizationRow,
  { directoryType, directoryProvider }: Input,
): DirectoryRow {
  const now = clock.now();
  const provider = directoriesPb.DirectoryProvider[directoryProvider] as DirectoryProvider | undefined;
  return store.directories.put({
    id: newId('dir'),
    createdAt: now,
    updatedAt: now,
    organizationId: organization.id,
    name: directoryName(provider ?? 'DIRECTORY_PROVIDER_UNSPECIFIED'),
    type: directoriesPb.DirectoryType[directoryType] as DirectoryType,
    provider: provider ?? 'DIRECTORY_PROVIDER_UNSPECIFIED',
    enabled: true,
    status: 'IN_PROGRESS',
    roleAssignments: [],
    attributeMappings: [],
  });
}

/** What a directory is called until someone names it. */
export function directoryName(provider: DirectoryProvider): string {
  return names[provider];
}
