import { requireConnection } from '../connections/find-connection';
import { toConnection } from '../connections/messages';
import type { ConnectionRow } from '../connections/rows';
import { alert, buttonForm, facts, field, formStyle, status } from '../faces/form-html';
import { page } from '../oauth/page';
import type { Parameters } from '../oauth/parameters';
import { connectionPath, nameOf, stateOf } from './connection-section';
import type { Visit } from './session';

type Notes = { problem?: string; done?: string; typed?: Parameters };

/**
 * The page of one connection: what to enter at the identity provider, and what it says in return.
 * @throws ConnectError not found
 */
export function showConnection({ environment, organization }: Visit, id: string, notes: Notes): Response {
  const row = requireConnection(environment, organization.id, id);
  const path = connectionPath(row);
  const isOidc = row.type === 'OIDC';
  const shown = { ...row.settings, ...notes.typed };
  const read = (name: string) => (typeof shown[name] === 'string' ? shown[name] : '');
  const body = `<p><a href="/portal">Back to the portal</a></p>
${alert(notes.problem)}${status(notes.done)}
<p>${stateOf(row)}</p>
<h2>Enter at your identity provider</h2>
${facts(addressesOf(toConnection(environment, row).settings))}
<h2>Copy from your identity provider</h2>
<form method="post" action="${path}">
${isOidc ? oidcFields(read, row) : samlFields(read, row)}
<button>Save</button></form>
<div class="actions">${
    row.enabled
      ? buttonForm(`${path}/disable`, 'Disable this connection')
      : buttonForm(`${path}/enable`, 'Enable this connection')
  }</div>
<p><a href="/sso/v1/${row.type.toLowerCase()}/${row.id}/test">Test this connection</a></p>`;
  const answer = { title: nameOf(row), body, extraStyle: formStyle };
  return page({ ...answer, status: notes.problem ? 400 : 200 });
}

function addressesOf(settings: ReturnType<typeof toConnection>['settings']): [string, string][] {
  if (settings?.case === 'oidcConfig') return [['Redirect URI', settings.value.redirectUri ?? '']];
  if (settings?.case !== 'samlConfig') return [];
  const { spEntityId, spAssertionUrl, spMetadataUrl } = settings.value;
  return [
    ['Service provider entity ID', spEntityId ?? ''],
    ['Assertion consumer URL', spAssertionUrl ?? ''],
    ['Metadata', spMetadataUrl ?? ''],
  ];
}

type Read = (name: string) => string;

function samlFields(read: Read, { certificates }: ConnectionRow): string {
  const newest = certificates.at(-1);
  const known = newest ? ` One is here, valid until ${new Date(newest.expiresAt).toUTCString()}.` : '';
  return [
    field({
      name: 'idpMetadataUrl',
      label: 'Metadata URL',
      type: 'url',
      hint: 'It replaces the three fields below.',
      value: read('idpMetadataUrl'),
    }),
    field({ name: 'idpEntityId', label: 'Identity provider entity ID', value: read('idpEntityId') }),
    field({ name: 'idpSsoUrl', label: 'Sign-in URL', type: 'url', value: read('idpSsoUrl') }),
    field({
      name: 'idpCertificate',
      label: 'Signing certificate',
      rows: 6,
      hint: `PEM, or the base64 of the metadata file.${known}`,
      value: read('idpCertificate'),
    }),
  ].join('\n');
}

function oidcFields(read: Read, { settings }: ConnectionRow): string {
  const secretHint = settings.clientSecret ? 'One is stored. Enter another to replace it.' : undefined;
  return [
    field({ name: 'issuer', label: 'Issuer', type: 'url', value: read('issuer') }),
    field({ name: 'clientId', label: 'Client ID', value: read('clientId') }),
    field({ name: 'clientSecret', label: 'Client secret', type: 'password', hint: secretHint }),
  ].join('\n');
}
