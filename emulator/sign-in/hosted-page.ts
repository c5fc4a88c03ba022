import type { Environment } from '../environment';
import { alert, field, formStyle } from '../faces/form-html';
import { escapeHtml, page } from '../oauth/page';
import type { AuthRequestRow } from './rows';
import { loginMethods } from './select-connection';

const names: Record<string, string> = {
  GOOGLE: 'Google',
  MICROSOFT: 'Microsoft',
  GITHUB: 'GitHub',
  GITLAB: 'GitLab',
  LINKEDIN: 'LinkedIn',
  SALESFORCE: 'Salesforce',
};

/** The hosted sign-in page: the environment's login methods, and an e-mail address that leads to another. */
export function hostedPage(
  environment: Environment,
  authRequest: AuthRequestRow,
  notes: { problem?: string; email?: string } = {},
): Response {
  const { clientId, id, loginHint, prompt } = authRequest;
  const client = environment.store.clients.get(clientId)?.name || clientId;
  const hidden = `<input type="hidden" name="request" value="${id}">`;
  const buttons = loginMethods(environment)
    .filter(({ type }) => type === 'OAUTH')
    .map(({ id: connectionId, provider, providerKey }) => {
      const text = `Continue with ${names[provider] ?? providerKey}`;
      return `<button name="connection" value="${connectionId}">${escapeHtml(text)}</button>`;
    });
  const methods = `<form method="post" action="/sign-in/method">${hidden}<div class="actions">${buttons.join('')}</div></form>`;
  const email = field({
    name: 'email',
    label: 'E-mail',
    type: 'email',
    value: notes.email ?? loginHint,
    required: true,
    autocomplete: 'email',
  });
  return page({
    title: `${prompt === 'create' ? 'Sign up for' : 'Sign in to'} ${client}`,
    body: `${alert(notes.problem)}${buttons.length > 0 ? methods : ''}
<form method="post" action="/sign-in/email">${hidden}${email}<button>Continue</button></form>`,
    extraStyle: formStyle,
    status: notes.problem ? 400 : 200,
    formTargets: [new URL(authRequest.redirectUri).origin],
  });
}

/** Asks for the code that was mailed. */
export function codePage(authRequest: AuthRequestRow, email: string, problem?: string): Response {
  const code = field({ name: 'code', label: 'Code', required: true, autocomplete: 'one-time-code' });
  const body = `${alert(problem)}
<p>A code or a link was mailed to ${escapeHtml(email)}. The mail is in the emulator's <a href="/mailbox">mailbox</a>.</p>
<form method="post" action="/sign-in/code"><input type="hidden" name="request" value="${authRequest.id}">
${code}<button>Continue</button></form>`;
  return page({
    title: 'Check your mail',
    body,
    extraStyle: formStyle,
    status: problem ? 400 : 200,
    formTargets: [new URL(authRequest.redirectUri).origin],
  });
}
