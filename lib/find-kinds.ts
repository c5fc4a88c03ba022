import { paths, withSearch } from './paths';

/** What the palette finds, in the order that decides between equals. */
export const findKinds = [
  'organization',
  'domain',
  'user',
  'connection',
  'api_key',
  'directory',
  'api_client',
  'connected_account',
  'portal_link',
  'role',
  'environment_role',
  'app_connection',
  'client',
  'provider',
] as const;
export type FindKind = (typeof findKinds)[number];

export const kindWords: Record<FindKind, string> = {
  organization: 'Organization',
  domain: 'Domain',
  user: 'User',
  connection: 'Connection',
  api_key: 'API key',
  directory: 'Directory',
  api_client: 'API client',
  connected_account: 'Connected account',
  portal_link: 'Portal link',
  role: 'Role of a customer',
  environment_role: 'Role',
  app_connection: 'App connection',
  client: 'Application',
  provider: 'Provider',
};

/** Something that was found. `ref` is what its address needs where that is not the id. */
export type Hit = {
  environment: string;
  kind: FindKind;
  id: string;
  ref: string;
  /** The customer that it belongs to, of several the first that the person may see; null for none. */
  organizationId: string | null;
  organizationName: string | null;
  title: string;
  detail: string;
  /** The whole text is one of its ids or addresses. */
  isExact: boolean;
};

type Located = Pick<Hit, 'environment' | 'kind' | 'id' | 'ref' | 'organizationId'>;

/** The page that shows it. */
export function hrefOfHit({ environment, kind, id, ref, organizationId }: Located): string {
  const of = organizationId ?? '';
  switch (kind) {
    case 'organization':
      return paths.organization(environment, id);
    case 'domain':
      return paths.domains(environment, of);
    case 'user':
      return paths.user(environment, id);
    case 'connection':
      return paths.connection(environment, of, id);
    case 'api_key':
      return paths.apiKeys(environment, of);
    case 'directory':
      return paths.directory(environment, of, id);
    case 'api_client':
      return paths.apiClient(environment, of, id);
    case 'connected_account':
      return withSearch(paths.connectedAccount(environment, id), { organization: organizationId });
    case 'portal_link':
      return paths.portalLinks(environment, of);
    case 'role':
      return paths.organizationRole(environment, of, ref);
    case 'environment_role':
      return paths.role(environment, ref);
    case 'app_connection':
      return paths.appConnection(environment, id);
    case 'client':
      return paths.client(environment, id);
    case 'provider':
      return paths.provider(environment, ref || id);
  }
}

/** Where a key is revoked: the dialog is open when the page is there. */
export function revokeHref({ environment, id, organizationId }: Located): string {
  return withSearch(paths.apiKeys(environment, organizationId ?? ''), { dialog: `revoke:${id}` });
}
