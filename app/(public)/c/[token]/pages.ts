import type { PublicAccountLink } from '@/lib/features/connected-accounts/durable-open';
import { formatExactTime } from '@/lib/format';
import { type Html, html } from '@/lib/html';
import { maskAddress } from '@/lib/mask-address';
import { type DeadState, deadLinkPage, type Page, pausedBox } from '../../link-page-parts';

type ActiveLink = Extract<PublicAccountLink, { state: 'active' }>;

/** Something that went wrong above a page that is otherwise as before. `field`: the code itself is what is wrong. */
export type Alert = { status: number; title: string; what: string; requestId?: string; field?: boolean };

/** The page of a link as it stands, with what went wrong just now above it. Plain forms: no script runs here. */
export function linkPage(link: PublicAccountLink, token: string, alert?: Alert): Page {
  return link.state === 'active' ? activePage(link, token, alert) : deadPage(link.state);
}

function activePage(link: ActiveLink, token: string, alert?: Alert): Page {
  const title = `Connect your ${link.provider} account`;
  const body = html`${alert ? alertBox(alert) : null}
    <h1>${title}</h1>
    <p>Agents that work for you then act at ${link.provider} with your account. The next page says what they may do
      there, and you decide.</p>
    ${link.paused ? pausedBox : formsOf(link, token, alert)}
    <p class="quiet">This link works until ${formatExactTime(link.expiresAt)}. It is for you alone: whoever uses it
      connects their own account in your name.</p>
    <p class="quiet">Questions? Ask the person who sent you the link.</p>`;
  return { status: alert?.status ?? 200, title, body };
}

function formsOf({ code, recipientEmail }: ActiveLink, token: string, alert?: Alert): Html {
  const send = (label: string, style: 'first' | 'second') =>
    html`<form method="post" action="/c/${token}/code"><button class="${style}">${label}</button></form>`;
  if (code === 'none') {
    return html`<form method="post" action="/c/${token}/open"><button>Connect the account</button></form>`;
  }
  const masked = html`<strong>${maskAddress(recipientEmail)}</strong>`;
  if (code === 'to_send') {
    return html`<p>First show that the link reached the right person: a code of six digits goes to ${masked}.</p>
      ${send('Send the code', 'first')}`;
  }
  return html`<p>A code of six digits went to ${masked}. It works for ten minutes, once.</p>
    <form method="post" action="/c/${token}/open" class="field">
      <label for="code">Code</label>
      <input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="9"
        required autofocus ${alert?.field ? html`aria-invalid="true" aria-describedby="code-error"` : null}>
      <button>Connect the account</button>
    </form>
    <p class="quiet">Nothing came? Look among unwanted mail, or ask for another: it replaces this one.</p>
    ${send('Send another code', 'second')}`;
}

/** The page of a link that opens nothing. Says nothing about anybody. */
export function deadPage(state: DeadState): Page {
  return deadLinkPage(state, 'connect your account');
}

function alertBox({ title, what, requestId, field }: Alert): Html {
  return html`<div class="alert" role="alert">
    <p><strong>${title}</strong></p>
    <p ${field ? html`id="code-error"` : null}>${what}</p>
    ${requestId ? html`<p>If it happens again, send this reference to the person who sent you the link: <code>${requestId}</code></p>` : null}
  </div>`;
}
