import { Facts } from '@/components/ui/facts';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ClientRow } from '@/lib/features/clients/schema';
import { formatQuantity } from '@/lib/format';
import { typeWords } from './words';

/** What is set of an application. */
export function ClientFacts({ client }: { client: ClientRow }) {
  const list = (items: string[]) =>
    items.length === 0 ? (
      'none'
    ) : (
      <ul>
        {items.map((item) => (
          <li key={item} className="font-mono text-xs wrap-anywhere">
            {item}
          </li>
        ))}
      </ul>
    );
  return (
    <Facts
      facts={[
        { term: 'Type', value: typeWords(client.type) },
        { term: 'After sign-in to', value: list(client.postLoginUris) },
        { term: 'After sign-out to', value: list(client.postLogoutRedirectUris) },
        { term: 'Told of sign-outs at', value: list(client.backChannelLogoutUris) },
        { term: 'Sign-in begins at', value: list(client.initiateLoginUri ? [client.initiateLoginUri] : []) },
        {
          term: 'Access tokens live',
          value:
            client.accessTokenExpiry === null
              ? 'as long as Scalekit lets them'
              : formatQuantity(client.accessTokenExpiry, 'second'),
        },
        { term: 'Grants', value: list(client.grantTypes) },
        { term: 'Scopes', value: list(client.scopes) },
        { term: 'Claims', value: list(client.customClaims.map(({ key, value }) => `${key}=${value}`)) },
        { term: 'PKCE', value: client.enforcePkce ? 'required' : 'not required' },
        {
          term: 'Scalekit’s API',
          value: client.disallowScalekitApiAccess ? 'its tokens do not open it' : 'its tokens open it',
        },
        { term: 'Created', value: <RelativeTime time={client.createdAt} /> },
        { term: 'Changed', value: <RelativeTime time={client.updatedAt} /> },
      ]}
    />
  );
}
