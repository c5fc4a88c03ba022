import type { PublicLink } from '@/lib/features/portal-links/public-link';
import type { PortalFeature } from '@/lib/features/portal-links/schema';
import { formatExactTime } from '@/lib/format';
import { type Html, html } from '@/lib/html';
import { type DeadState, deadLinkPage, type Page, pausedBox } from '../../link-page-parts';
import { gateForms, type PageAlert } from './code-pages';

type ActiveLink = Extract<PublicLink, { state: 'active' }>;

const featureWords: Record<PortalFeature, string> = {
  sso: 'connect your identity provider for single sign-on',
  dir_sync: 'connect your directory (SCIM), so that people and groups arrive by themselves',
};

/** The page of a link as it stands, with what went wrong just now above it. */
export function linkPage(link: PublicLink, token: string, alert?: PageAlert): Page {
  return link.state === 'active' ? activePage(link, token, alert) : deadPage(link.state);
}

function activePage(link: ActiveLink, token: string, alert?: PageAlert): Page {
  const title = `Set up sign-in for ${link.organizationName}`;
  const body = html`${alert?.body ?? null}
    <h1>${title}</h1>
    <p>The setup portal is where you:</p>
    <ul>${link.features.map((feature) => html`<li>${featureWords[feature]}</li>`)}</ul>
    ${wayIn(link, token, alert)}
    ${link.hasPage ? ownPage : null}
    <p class="quiet">This link works until ${formatExactTime(link.expiresAt)}. Whoever has it can change how people
      at ${link.organizationName} sign in: pass it on only to those who should.</p>
    <p class="quiet">Questions? Ask the person who sent you the link.</p>`;
  return { status: alert?.status ?? 200, title, body };
}

function wayIn({ paused, gate, hasOwnPage }: ActiveLink, token: string, alert?: PageAlert): Html {
  // The code also leads to the customer's own page, where a key can still be revoked.
  const forms = gate ? gateForms(gate, token, alert) : null;
  return paused ? html`${pausedBox}${hasOwnPage ? forms : null}` : (forms ?? openForm(token));
}

function openForm(token: string): Html {
  return html`<form method="post" action="/p/${token}/open"><button>Open the setup portal</button></form>`;
}

const ownPage = html`<p><a href="/customer">Open your page</a>, where you also see how far the set-up is, and look after
  members and API keys.</p>`;

/** The page of a link that opens nothing. Says nothing about the organization. */
export function deadPage(state: DeadState): Page {
  return deadLinkPage(state, 'set up sign-in');
}

/** The page after a press that did not lead to the portal: what happened, what to do, and what to quote. */
export function failedPage(link: PublicLink, token: string, unknown: boolean, requestId: string): Page {
  const what = unknown
    ? 'The sign-in service did not answer in time, so it is unknown whether the portal was prepared.'
    : 'The sign-in service could not prepare the portal.';
  const next = link.state === 'active' ? 'Press the button again in a minute.' : '';
  const body = alertBox('The portal could not be opened', `${what} ${next}`, requestId);
  if (link.state === 'active') return activePage(link, token, { status: 503, body });
  const dead = deadPage(link.state);
  return { ...dead, body: html`${body}${dead.body}` };
}

/** The page for an error of our own. */
export function brokenPage(requestId: string): Page {
  const title = 'This page could not be shown';
  const what = 'Something failed on our side and nothing was opened. Load the page again in a minute.';
  return { status: 500, title, body: html`<h1>${title}</h1>${alertBox('What to do', what, requestId)}` };
}

function alertBox(title: string, what: string, requestId: string): Html {
  return html`<div class="alert" role="alert">
    <p><strong>${title}</strong></p>
    <p>${what}</p>
    <p>If it happens again, send this reference to the person who sent you the link: <code>${requestId}</code></p>
  </div>`;
}
