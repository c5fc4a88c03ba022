/** Markup that is safe to send; only `html` makes it. */
export class Html {
  constructor(readonly markup: string) {}
}

type Value = Html | Html[] | string | null;

/** Builds markup from a template; every string put into it is escaped, for text and for quoted attributes. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(parts.reduce((markup, part, index) => markup + toMarkup(values[index - 1] ?? null) + part));
}

function toMarkup(value: Value): string {
  if (value === null) return '';
  if (value instanceof Html) return value.markup;
  if (Array.isArray(value)) return value.map(toMarkup).join('');
  return value.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
