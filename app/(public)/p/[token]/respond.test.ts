import { expect, it } from 'vitest';
import { html } from '@/lib/html';
import { respondPage, respondSafely } from './respond';

it('turns what a handler throws into a page with a reference, and keeps the cause to itself', async () => {
  const response = await respondSafely(async () => {
    throw new Error('connection to 10.0.0.5 refused');
  });
  const text = await response.text();
  expect(response.status).toBe(500);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(text).toMatch(/<code>kd_[0-9a-f-]{36}<\/code>/);
  expect(text).not.toContain('10.0.0.5');
});

it('escapes every string, in text and in attributes, and nothing twice', async () => {
  const name = `"><script>alert('x')</script>&amp;`;
  const inner = html`<p title="${name}">${[name].map((word) => html`<b>${word}</b>`)}</p>${null}`;
  const text = await respondPage({ status: 200, title: name, body: inner }).text();
  const safe = '&#34;&#62;&#60;script&#62;alert(&#39;x&#39;)&#60;/script&#62;&#38;amp;';
  expect(text).toContain(`<title>${safe}</title>`);
  expect(text).toContain(`<p title="${safe}"><b>${safe}</b></p>`);
});
