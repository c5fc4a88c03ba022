import { escapeHtml } from '../oauth/page';

/** CSS of hosted pages that hold forms; the common one is in `page`. */
export const formStyle = `
main { max-width: 38rem }
h2 { font-size: 1.05rem; margin: 2rem 0 .5rem }
h3 { font-size: .95rem; margin: 1rem 0 .25rem }
a { color: var(--accent) }
a:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
.field { margin-bottom: .9rem }
label, legend { display: block; font-weight: 600; font-size: .9rem }
fieldset { border: 0; padding: 0; margin: 0 0 .9rem }
.choice { display: flex; gap: .5rem; align-items: baseline; margin: .3rem 0 }
.choice label { font-weight: 400; display: inline }
.hint { color: var(--quiet); font-size: .85rem; margin: .1rem 0 .3rem }
input:not([type=radio]), select, textarea { box-sizing: border-box; width: 100%; padding: .5rem .6rem; border: 1px solid var(--quiet); border-radius: 6px; background: var(--back); color: inherit; font: inherit }
textarea { font-family: ui-monospace, monospace; font-size: .85rem }
button { width: auto; text-align: center; border-color: var(--quiet) }
form + p, section + p { margin-top: 1.5rem }
.actions { display: flex; gap: .5rem; flex-wrap: wrap; margin: .5rem 0 }
.item { border-top: 1px solid var(--line); padding: .75rem 0; margin: 0 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: .5rem 0 }
dt { color: var(--quiet) }
dd { margin: 0; overflow-wrap: anywhere }
.alert, .status { border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: 6px; padding: .6rem .8rem; margin: 0 0 1rem; color: inherit }
.alert { border-left-color: #b91c1c }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr } dd { margin-bottom: .4rem } }`;

type Field = {
  name: string;
  label: string;
  value?: string;
  hint?: string;
  type?: 'text' | 'url' | 'email' | 'password';
  required?: boolean;
  /** More than one makes a text area. */
  rows?: number;
  autocomplete?: string;
};

/** A labelled field with its hint. */
export function field(options: Field): string {
  const { name, label, value = '', hint, rows, type = 'text', required, autocomplete = 'off' } = options;
  const hintId = `${name}-hint`;
  const described = hint ? ` aria-describedby="${hintId}"` : '';
  const attributes = `id="${name}" name="${name}"${described}${required ? ' required' : ''}`;
  const control = rows
    ? `<textarea ${attributes} rows="${rows}" spellcheck="false">${escapeHtml(value)}</textarea>`
    : `<input ${attributes} type="${type}" autocomplete="${autocomplete}" value="${escapeHtml(value)}">`;
  const hintLine = hint ? `<p class="hint" id="${hintId}">${escapeHtml(hint)}</p>` : '';
  return `<div class="field"><label for="${name}">${escapeHtml(label)}</label>${hintLine}${control}</div>`;
}

export type Option = { value: string; label: string };

/** A labelled list to choose one from. `id` where a page has two of the name. */
export function select(name: string, label: string, options: Option[], chosen?: string, id = name): string {
  const items = options.map(
    ({ value, label: text }) =>
      `<option value="${escapeHtml(value)}"${value === chosen ? ' selected' : ''}>${escapeHtml(text)}</option>`,
  );
  return `<div class="field"><label for="${id}">${escapeHtml(label)}</label><select id="${id}" name="${name}">${items.join('')}</select></div>`;
}

/** A form that is one button. */
export function buttonForm(action: string, text: string): string {
  return `<form method="post" action="${escapeHtml(action)}"><button>${escapeHtml(text)}</button></form>`;
}

/** Names and values, each value as text. */
export function facts(pairs: [name: string, value: string][]): string {
  const rows = pairs.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`);
  return `<dl>${rows.join('')}</dl>`;
}

/** What went wrong, read out at once; empty for nothing. */
export function alert(message: string | undefined): string {
  return message ? `<p class="alert" role="alert">${escapeHtml(message)}</p>` : '';
}

/** What was done; empty for nothing. */
export function status(message: string | undefined): string {
  return message ? `<p class="status" role="status">${escapeHtml(message)}</p>` : '';
}
