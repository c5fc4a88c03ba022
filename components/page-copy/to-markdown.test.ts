import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { toMarkdown, withoutSecrets } from './to-markdown';

// Its types are no module.
const { createDocument } = createRequire(import.meta.url)('@mixmark-io/domino') as {
  createDocument: (html: string) => Document;
};

const convert = (html: string) => {
  const document = createDocument(`<main id="main">${html}</main>`);
  return toMarkdown(document.getElementById('main') as HTMLElement, 'https://keydesk.example');
};

it('keeps headings, notices, facts and tables', () => {
  const text = convert(`
    <header><h1>Heronsgate Rail</h1><button>Edit</button></header>
    <section><h2>Notice</h2><div role="alert"><p>It stopped.</p><p>Ask them.</p></div></section>
    <dl><div><dt>External id</dt><dd><code>rail-1</code></dd></div><div><dt>Made</dt>
      <dd><time datetime="2026-11-26T21:00:00Z">3 minutes ago</time></dd></div></dl>
    <table aria-label="Members"><thead><tr><th>Who</th><th>Role</th></tr></thead>
      <tbody><tr><td><a href="/production/users/usr_1"><span>Ada</span></a></td><td>a|b</td></tr></tbody></table>`);
  expect(text).toContain('# Heronsgate Rail');
  expect(text).toContain('## Notice\n\nIt stopped.\n\nAsk them.');
  expect(text).toContain('- **External id:** `rail-1`\n- **Made:** 2026-11-26T21:00:00Z');
  expect(text).toContain(
    '**Members**\n\n| Who | Role |\n| --- | --- |\n| [Ada](https://keydesk.example/production/users/usr_1) | a\\|b |',
  );
  expect(text).not.toContain('Edit');
});

it('leaves out secrets, what stands in fields, dialogs and navigation', () => {
  const text = convert(`
    <p>Before</p><code data-secret="">planted-by-frame</code>
    <input value="planted-in-input"><textarea>planted-in-area</textarea><select><option>planted-option</option></select>
    <div role="dialog"><p>planted-dialog</p></div><nav><a href="/x">planted-nav</a></nav>
    <span aria-hidden="true">planted-hidden</span><script>planted_script()</script><p>After</p>`);
  expect(text).toBe('Before\n\nAfter');
});

it.each([
  'whsec_9vx5xtFNxQMZFcjLLGporL6TGkcSRNHb',
  `emutok_${'a1'.repeat(24)}`,
  'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhYmMifQ.c2ln',
  'live_a1B2c3D4e5F6g7H8i9J0k1L2',
  `https://keydesk.example/p/${'x'.repeat(43)}`,
  `https://auth.example/magicLink/${'1'.repeat(36)}`,
  'https://app.example/callback?code=abcdef&state=1',
])('takes out %s wherever it stands', (secret) => {
  expect(withoutSecrets(`a ${secret} b`)).toBe('a [removed] b');
  const text = convert(`<p>${secret.replaceAll('&', '&amp;')}</p><a href="${secret}">here</a>`);
  expect(text).not.toContain(secret);
  expect(text).toContain('[removed]');
});

it('leaves ids', () => {
  expect(withoutSecrets('org_123456789 conn_1 test_12345678901234567890 apit_99')).not.toContain('removed');
});
