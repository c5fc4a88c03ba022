import { Section } from '@/components/ui/section';
import type { ConnectionDetail } from '@/lib/features/connections/schema';
import { SettingList } from './setting-list';

type Props = { connection: Pick<ConnectionDetail, 'type' | 'others'> };

const meanings: Record<string, string> = {
  OAUTH: 'People sign in with an account at a public provider, or an agent acts with it, by OAuth 2.0.',
  PASSWORDLESS: 'People sign in with a code or a link that is mailed to them.',
  WEBAUTHN: 'People sign in with a passkey.',
  PASSWORD: 'People sign in with a password.',
  BASIC: 'An agent signs in to another service with a name and a password.',
  BEARER: 'An agent signs in to another service with a token.',
  API_KEY: 'An agent signs in to another service with an API key.',
  OAUTH_M2M: 'An agent signs in to another service with a client of its own, by OAuth 2.0.',
  GOOGLE_DWD: 'An agent acts in a Google Workspace with delegated rights.',
};

/** In place of the two sides of SSO: what a connection of another type is, and what is set on it. */
export function OtherType({ connection: { type, others } }: Props) {
  return (
    <Section title={`A connection of type ${type}`}>
      <p className="measure mb-4">
        {meanings[type] ?? 'Keydesk knows no more of this type than its name.'} It is neither OIDC nor SAML:
        the customer’s identity provider has no part in it, so there are no addresses to hand over, no
        attribute mapping and no certificates. It can be enabled, disabled and deleted here; it is set up in
        Scalekit’s dashboard.
      </p>
      {others.length > 0 ? (
        <SettingList settings={others} />
      ) : (
        <p className="text-quiet">The API shows no settings of it.</p>
      )}
    </Section>
  );
}
