import { type Html, html } from '@/lib/html';

/** A page outside of the console, as its route answers it. */
export type Page = { status: number; title: string; body: Html };

/** Why a lasting link opens nothing any more, or never did. */
export type DeadState = 'made_up' | 'expired' | 'revoked' | 'used_up';

const words: Record<DeadState, { status: number; title: string; why: string }> = {
  made_up: {
    status: 404,
    title: 'There is no such link',
    why: 'Part of the address may be missing: copy all of it from the message it came in.',
  },
  expired: {
    status: 410,
    title: 'This link has expired',
    why: 'It worked for a limited time, which is over.',
  },
  revoked: { status: 410, title: 'This link was withdrawn', why: 'It was closed by those who made it.' },
  used_up: {
    status: 410,
    title: 'This link is used up',
    why: 'It has been opened as many times as it allows.',
  },
};

/**
 * The page of a link that opens nothing. Says nothing about anybody.
 * @param need what the reader may still have to do: "set up sign-in"
 */
export function deadLinkPage(state: DeadState, need: string): Page {
  const { status, title, why } = words[state];
  const body = html`<h1>${title}</h1>
    <p>${why}</p>
    <p>If you still need to ${need}, ask the person who sent you the link for a new one.</p>`;
  return { status, title, body };
}

/** The page for a form that another site posted. */
export function foreignPage(): Page {
  const title = 'This request came from another site';
  const body = html`<h1>${title}</h1><p>Nothing was opened. Open the link from the message it came in.</p>`;
  return { status: 403, title, body };
}

/** Above the forms of a link that would lead somewhere and may not now, because the environment is frozen. */
export const pausedBox = html`<div class="alert" role="status">
    <p><strong>This is paused for the moment</strong></p>
    <p>Those who look after the service have stopped all changes for now. Your link stays as it is, and nothing of it
      was used up: open it again later.</p>
  </div>`;
