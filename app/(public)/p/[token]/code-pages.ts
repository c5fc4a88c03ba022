import { formatExactTime } from '@/lib/format';
import { type Html, html } from '@/lib/html';

/** Something that went wrong above a page that is otherwise as before. `field`: the code itself is what is wrong. */
export type PageAlert = { status: number; body: Html; field?: boolean };

export type Gate = { maskedAddress: string; codeSentAt: string | null };

/** What stands in the button's place until this browser has shown the mailed code. Plain forms: no script runs here. */
export function gateForms(gate: Gate, token: string, alert?: PageAlert): Html {
  const send = (label: string, style: 'first' | 'second') =>
    html`<form method="post" action="/p/${token}/code"><button class="${style}">${label}</button></form>`;
  if (!gate.codeSentAt) {
    return html`<p>First show that the link reached the right person: a code of six digits goes to
      <strong>${gate.maskedAddress}</strong>.</p>
      ${send('Send the code', 'first')}`;
  }
  return html`<p>A code of six digits went to <strong>${gate.maskedAddress}</strong> at
      ${formatExactTime(gate.codeSentAt)}. It works for ten minutes.</p>
    <form method="post" action="/p/${token}/verify" class="field">
      <label for="code">Code</label>
      <input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="9"
        required autofocus ${alert?.field ? html`aria-invalid="true" aria-describedby="code-error"` : null}>
      <button>Go on</button>
    </form>
    <p class="quiet">Nothing came? Look among unwanted mail, or ask for another: it replaces this one.</p>
    ${send('Send another code', 'second')}`;
}

/** One sentence for every code that does not pass: which of them it was is nobody's to learn. */
export function wrongCodeAlert(): PageAlert {
  const body = html`<div class="alert" role="alert"><p id="code-error">That code is wrong or works no longer. Type the
    code of the newest mail, or ask for another.</p></div>`;
  return { status: 422, body, field: true };
}

/** @param freeAt when the next code may be asked for */
export function tooManyAlert(freeAt: Date): PageAlert {
  const body = html`<div class="alert" role="alert"><p><strong>No more codes for now</strong></p>
    <p>Five were sent within an hour. The next one can be sent from ${formatExactTime(freeAt)} on.</p></div>`;
  return { status: 429, body };
}

/** @param unknown the mail may have gone out all the same */
export function notMailedAlert(unknown: boolean, requestId: string): PageAlert {
  const what = unknown
    ? 'The mail server did not answer in time, so it is unknown whether the code is on its way. Wait a minute, or ask for another.'
    : 'The mail could not be sent. Try again in a minute.';
  const body = html`<div class="alert" role="alert"><p><strong>${unknown ? 'The code may not have been sent' : 'The code was not sent'}</strong></p><p>${what}</p>
    <p>If it happens again, send this reference to the person who sent you the link: <code>${requestId}</code></p></div>`;
  return { status: 503, body };
}
