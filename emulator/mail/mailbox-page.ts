import { escapeHtml, page } from '../oauth/page';
import type { Page } from '../paging';
import type { MailRow } from './rows';

const extraStyle = `
main { max-width: 54rem }
a { color: var(--accent) }
a:focus-visible, input:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
table { width: 100%; border-collapse: collapse; font-size: .9rem }
caption { text-align: left; color: var(--quiet); padding-bottom: .5rem }
th, td { text-align: left; vertical-align: top; padding: .45rem .75rem .45rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere }
time { white-space: nowrap }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0 0 1.25rem }
dt { color: var(--quiet) }
dd { margin: 0; overflow-wrap: anywhere }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; border: 1px solid var(--line); border-radius: 6px; padding: 1rem; margin: 0 0 1.25rem }
form.row { display: flex; gap: .5rem; align-items: end; flex-wrap: wrap; margin-bottom: 1.25rem }
label { display: block; font-size: .85rem; color: var(--quiet) }
input { padding: .45rem .6rem; border: 1px solid var(--quiet); border-radius: 6px; background: none; color: inherit; font: inherit; width: 18rem; max-width: 100% }
form.row button { width: auto; border-color: var(--quiet) }
table, table + nav { margin-bottom: 1.25rem }
nav { display: flex; gap: 1rem; margin: 1rem 0 }`;

/** The list of mails. `to` is the recipient that it is narrowed to, or empty. */
export function mailboxPage({ items, totalSize, ...tokens }: Page<MailRow>, to: string): Response {
  const empty = to
    ? `<p>No mail went to ${escapeHtml(to)}.</p>`
    : '<p>No mail yet. Invitations, sign-in codes and whatever is sent to the SMTP port arrive here.</p>';
  const body = `<p>Mail of this emulator. None of it was delivered to anyone.</p>
<form class="row" method="get" action="/mailbox">
<div><label for="to">Recipient</label><input id="to" name="to" type="search" value="${escapeHtml(to)}"></div>
<button>Show</button>
</form>
${items.length > 0 ? mailTable(items, totalSize) : empty}
${pageLinks(tokens, to)}
<form class="row" method="post" action="/mailbox"><button name="action" value="empty">Empty the mailbox</button></form>`;
  return page({ title: 'Mailbox', body, extraStyle });
}

function mailTable(mails: MailRow[], total: number): string {
  const rows = mails.map(
    (mail) => `<tr><td><a href="/mailbox/${mail.id}">${escapeHtml(mail.subject || '(no subject)')}</a></td>
<td>${escapeHtml(mail.to.join(', '))}</td><td>${timeOf(mail)}</td></tr>`,
  );
  return `<table><caption>${total} ${total === 1 ? 'mail' : 'mails'}, newest first</caption>
<thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col">Sent</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`;
}

function pageLinks({ nextPageToken, prevPageToken }: Omit<Page<MailRow>, 'items' | 'totalSize'>, to: string) {
  const links = [
    ['Newer', prevPageToken],
    ['Older', nextPageToken],
  ].flatMap(([text, token]) => {
    if (!token) return [];
    const query = new URLSearchParams({ ...(to && { to }), page_token: token });
    return `<a href="/mailbox?${escapeHtml(query.toString())}">${text}</a>`;
  });
  return links.length > 0 ? `<nav aria-label="Pages">${links.join('')}</nav>` : '';
}

/** One mail: its text, and a way to its HTML. */
export function mailPage(mail: MailRow): Response {
  const facts = [
    ['From', escapeHtml(mail.from)],
    ['To', escapeHtml(mail.to.join(', '))],
    ['Sent', timeOf(mail)],
  ];
  const html = mail.html ? `<p><a href="/mailbox/${mail.id}/html">Show it as HTML</a></p>` : '';
  const text = mail.text ? `<pre>${linkAddresses(mail.text)}</pre>` : '<p>This mail has no plain text.</p>';
  const body = `<nav aria-label="Mailbox"><a href="/mailbox">All mail</a></nav>
<dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl>
${text}${html}`;
  return page({ title: mail.subject || '(no subject)', body, extraStyle });
}

/** The HTML of a mail as it came, alone in a sandbox: no script, no forms, nothing loaded from elsewhere. */
export function mailHtml(html: string): Response {
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    },
  });
}

function timeOf({ createdAt }: MailRow): string {
  const iso = new Date(createdAt).toISOString();
  return `<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')} UTC</time>`;
}

function linkAddresses(text: string): string {
  const parts = text.split(/(https?:\/\/[^\s<>"']+)/);
  return parts
    .map((part, index) => {
      const safe = escapeHtml(part);
      return index % 2 === 1 ? `<a href="${safe}">${safe}</a>` : safe;
    })
    .join('');
}
