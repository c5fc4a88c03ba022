import type { OauthError } from './oauth-error';

const style = `
:root { color-scheme: light dark; --text: #1b1b1f; --quiet: #5c5c66; --line: #d7d7de; --back: #fff; --hover: #f3f3f7; --accent: #4338ca }
@media (prefers-color-scheme: dark) { :root { --text: #ececf1; --quiet: #a3a3b0; --line: #3a3a44; --back: #131318; --hover: #1f1f27; --accent: #a5b4fc } }
body { margin: 0; background: var(--back); color: var(--text); font: 15px/1.5 system-ui, sans-serif }
main { max-width: 26rem; margin: 0 auto; padding: 3rem 1.25rem }
h1 { font-size: 1.25rem; margin: 0 0 .25rem }
p { margin: 0 0 1.25rem; color: var(--quiet) }
ul { list-style: none; margin: 0; padding: 0 }
li { margin-bottom: .5rem }
button { width: 100%; padding: .6rem .8rem; border: 1px solid var(--line); border-radius: 6px; background: none; color: inherit; font: inherit; text-align: left; cursor: pointer }
button:hover { background: var(--hover) }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
button.quiet { border-color: transparent; color: var(--quiet); text-align: center; margin-top: .75rem }
button strong, button span { display: block }
button span { color: var(--quiet); font-size: .85rem }
code { font-size: .85rem }`;

/** Makes text safe between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

type Page = {
  title: string;
  /** HTML, already escaped. */
  body: string;
  status?: number;
  /** Origins that a form here may lead to, besides this one. */
  formTargets?: string[];
  /** CSS that is added to the common one. */
  extraStyle?: string;
};

/** A page of the issuer: no script, nothing loaded from elsewhere, light and dark. */
export function page({ title, body, status = 200, formTargets = [], extraStyle = '' }: Page): Response {
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}${extraStyle}</style>
</head>
<body><main><h1>${escapeHtml(title)}</h1>
${body}
</main></body>
</html>`;
  const formAction = ["'self'", ...formTargets].join(' ');
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; form-action ${formAction}; frame-ancestors 'none'; base-uri 'none'`,
    },
  });
}

/** An error that must not travel to an application, because its address is not to be trusted. */
export function errorPage(error: OauthError): Response {
  const body = `<p>${escapeHtml(error.description)}</p><p><code>${escapeHtml(error.code)}</code></p>`;
  return page({ title: 'This sign-in cannot go on', body, status: error.status });
}
