import type { connectionsPb } from '@/lib/scalekit/services';
import { missingSettings } from '../connections/completeness';
import type { ConnectionRow } from '../connections/rows';
import { select } from '../faces/form-html';
import { escapeHtml } from '../oauth/page';
import type { Visit } from './session';

/** The identity providers that the portal offers. */
export const providers = [
  { value: 'OKTA', label: 'Okta' },
  { value: 'MICROSOFT_AD', label: 'Microsoft Entra ID' },
  { value: 'GOOGLE', label: 'Google Workspace' },
  { value: 'ONELOGIN', label: 'OneLogin' },
  { value: 'PING_IDENTITY', label: 'PingIdentity' },
  { value: 'JUMPCLOUD', label: 'JumpCloud' },
  { value: 'ADFS', label: 'Active Directory Federation Services' },
  { value: 'AUTH0', label: 'Auth0' },
  { value: 'CUSTOM', label: 'Another provider' },
] as const satisfies { value: keyof typeof connectionsPb.ConnectionProvider; label: string }[];

const protocols = [
  { value: 'SAML', label: 'SAML 2.0' },
  { value: 'OIDC', label: 'OpenID Connect' },
];

export function connectionPath({ id }: ConnectionRow): string {
  return `/portal/connections/${id}`;
}

/** The organization's connections, and a form for another. */
export function connectionSection({ environment, organization }: Visit): string {
  const rows = environment.store.connections.findBy('organizationId', organization.id);
  return `<section aria-labelledby="sso"><h2 id="sso">Single sign-on</h2>
<p>Connect your identity provider by SAML or OpenID Connect.</p>
${rows.map(connectionItem).join('\n')}
<form method="post" action="/portal/connections">
${select('provider', 'Identity provider', [...providers])}
${select('type', 'Protocol', protocols)}
<button>Add connection</button></form></section>`;
}

function connectionItem(row: ConnectionRow): string {
  return `<div class="item"><h3><a href="${connectionPath(row)}">${escapeHtml(nameOf(row))}</a></h3>
<p>${stateOf(row)}</p></div>`;
}

/** What a connection is called: its provider and protocol. */
export function nameOf({ provider, type }: ConnectionRow): string {
  const known = providers.find(({ value }) => value === provider)?.label ?? provider;
  return `${known}, ${type}`;
}

const fieldWords: Record<string, string> = {
  idp_entity_id: 'entity ID',
  idp_sso_url: 'sign-in URL',
  idp_certificate: 'signing certificate',
  issuer: 'issuer',
  client_id: 'client ID',
  client_secret: 'client secret',
};

/** How far a connection is, as a sentence. */
export function stateOf(row: ConnectionRow): string {
  if (row.enabled) return 'Enabled: people can sign in through it.';
  const missing = missingSettings(row);
  if (missing.length === 0) return 'Configured, not enabled.';
  return `Not configured completely. Missing: ${missing.map((name) => fieldWords[name] ?? name).join(', ')}.`;
}
