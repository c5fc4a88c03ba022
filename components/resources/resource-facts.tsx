import { Facts } from '@/components/ui/facts';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ResourceRow } from '@/lib/features/resources/schema';
import { formatQuantity } from '@/lib/format';
import { typeWords } from './words';

/** What is set of a resource. */
export function ResourceFacts({ resource }: { resource: ResourceRow }) {
  const mono = (text: string, missing: string) =>
    text ? <span className="font-mono text-xs wrap-anywhere">{text}</span> : missing;
  const life = (seconds: number | null) =>
    seconds === null ? 'as long as Scalekit lets them' : formatQuantity(seconds, 'second');
  return (
    <Facts
      facts={[
        { term: 'Type', value: typeWords(resource.type) },
        { term: 'Description', value: resource.description || '–' },
        { term: 'Address', value: mono(resource.resourceUri, 'none') },
        { term: 'Logo', value: mono(resource.logoUri, 'none') },
        { term: 'Scopes', value: mono(resource.scopes.join(' '), 'none') },
        { term: 'Access tokens live', value: life(resource.accessTokenExpiry) },
        { term: 'Refresh tokens live', value: life(resource.refreshTokenExpiry) },
        {
          term: 'Clients',
          value: resource.disableDynamicClientRegistration
            ? 'are made here alone'
            : 'may register themselves',
        },
        { term: 'Client documents', value: resource.enableCimd ? 'accepted' : 'not accepted' },
        {
          term: 'Scopes in a token',
          value: resource.intersectScopesUserPermission
            ? 'only those that the person’s permissions hold'
            : 'all that the person consents to',
        },
        { term: 'Sign-in', value: signInWords(resource) },
        { term: 'Created', value: <RelativeTime time={resource.createdAt} /> },
        { term: 'Changed', value: <RelativeTime time={resource.updatedAt} /> },
      ]}
    />
  );
}

function signInWords({ connection, provider }: ResourceRow): string {
  if (!connection) return provider ? `by ${provider}` : 'Scalekit’s own';
  const ready = connection.enabled ? 'in use' : 'not in use until it is set up';
  return `your own (${connection.id}, ${connection.status.toLowerCase()}), ${ready}`;
}
