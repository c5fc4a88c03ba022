import type { Environment } from '../environment';
import { facts, formStyle } from '../faces/form-html';
import { OauthError } from '../oauth/oauth-error';
import { escapeHtml, page } from '../oauth/page';
import type { Parameters } from '../oauth/parameters';
import type { LoginRequestRow } from './rows';

/** Asks a person whether the client may do what it asks for. */
export function consentPage(
  { store }: Environment,
  row: LoginRequestRow,
  email: string,
  state: string,
): Response {
  const client = store.machineClients.get(row.clientId)?.name || row.clientId;
  const resource = store.resources.get(row.resourceId)?.name ?? '';
  const scopes = row.scopes.map((scope) => {
    const [permission] = store.permissions.findBy('name', scope);
    return `<li><code>${escapeHtml(scope)}</code> ${escapeHtml(permission?.description ?? '')}</li>`;
  });
  const body = `<p>You are signed in to ${escapeHtml(resource)} as ${escapeHtml(email)}. It asks for:</p>
<ul>${scopes.join('')}</ul>
<form method="post">
<input type="hidden" name="state" value="${escapeHtml(state)}">
<div class="actions"><button name="answer" value="allow">Allow</button><button name="answer" value="deny">Do not allow</button></div>
</form>`;
  return page({
    title: `${client} wants access`,
    body,
    extraStyle: formStyle,
    formTargets: [new URL(row.redirectUri).origin],
  });
}

/**
 * Stands for the login page of a resource's owner.
 * @throws OauthError when it was not opened by a sign-in
 */
export function loginPage(parameters: Parameters): Response {
  const { login_request_id: id, connection_id: connectionId, state } = parameters;
  if (!id || !connectionId || !state) {
    throw new OauthError('invalid_request', 'This page is opened by signing in to a resource’s client.');
  }
  const back = `/sso/v1/connections/${encodeURIComponent(connectionId)}/partner:callback?state=${encodeURIComponent(state)}`;
  const body = `<p>This page stands for the owner’s own login page. Such a page finds out who signs in, tells
Scalekit through its API, and sends the browser back.</p>
${facts([
  ['Connection', connectionId],
  ['Login request', id],
])}
<p>Call <code>POST /api/v1/connections/${escapeHtml(connectionId)}/auth-requests/${escapeHtml(id)}/user</code> with a
<code>sub</code> and an <code>email</code>, then <a href="${escapeHtml(back)}">go on</a>.</p>`;
  return page({ title: 'Sign in', body, extraStyle: formStyle });
}
