import type { ConnectionRow } from '../connections/rows';
import { alert, facts, field, formStyle } from '../faces/form-html';
import { escapeHtml, page } from '../oauth/page';
import { usesOauth } from './authorization';
import type { AccountLinkRow, ConnectedAccountRow } from './rows';
import { credentialFields } from './static-credentials';

/** Asks a person to connect their account: consent for OAuth, credentials for the rest. */
export function consentPage(
  account: ConnectedAccountRow,
  connection: ConnectionRow,
  { userVerifyUrl }: AccountLinkRow,
  problem?: string,
): Response {
  const scopes = Array.isArray(connection.settings.scopes) ? connection.settings.scopes.map(String) : [];
  const asked = usesOauth(account.type)
    ? `<p>It asks for: ${scopes.length > 0 ? scopes.map((scope) => `<code>${escapeHtml(scope)}</code>`).join(', ') : 'access to your account'}.</p>`
    : credentialFields(account.type).map(toField).join('');
  const body = `${alert(problem)}
<p>An application wants to act for you at ${escapeHtml(account.provider)}.</p>
${facts([
  ['Account', account.identifier],
  ['Connection', connection.keyId],
])}
<form method="post">${asked}
<div class="actions"><button name="decision" value="allow">Allow</button><button name="decision" value="deny">Deny</button></div></form>`;
  return page({
    title: `Connect ${account.provider}`,
    body,
    extraStyle: formStyle,
    status: problem ? 400 : 200,
    formTargets: userVerifyUrl ? [new URL(userVerifyUrl).origin] : [],
  });
}

function toField({ name, label, secret }: ReturnType<typeof credentialFields>[number]): string {
  // Not marked as required: declining must be possible with the field empty.
  return field({ name, label, type: secret ? 'password' : 'text' });
}

/** A page that says one thing. */
export function sentence(title: string, text: string, status = 200): Response {
  return page({ title, body: `<p>${escapeHtml(text)}</p>`, status });
}
