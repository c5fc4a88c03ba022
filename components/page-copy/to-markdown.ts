import TurndownService from 'turndown';

/** What is no content, and what may let somebody in. A field's value is never part of what is copied. */
const leftOut = [
  '[data-secret]',
  '[aria-hidden="true"]',
  'button',
  'input',
  'textarea',
  'select',
  'dialog',
  '[role="dialog"]',
  '[role="menu"]',
  'script',
  'style',
  'svg',
  'template',
  'img',
  'nav',
].join(',');

const removed = '[removed]';

// Values that open something, should one stand in a page outside its frame.
const secretShapes = [
  /\b(?:test|live|prod)_(?!\d+(?![\w-]))(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{20,}/g,
  /\bwhsec_[A-Za-z0-9+/=_-]{8,}/g,
  /\bemu[a-z]{2,6}_[\w-]{20,}/g,
  /\beyJ[\w-]{8,}\.eyJ[\w-]+(?:\.[\w-]*)?/g,
  /\bhttps?:\/\/[^\s"'<>)]*(?:\/magicLink\/|\/connect\/[0-9a-f-]{36}|\/[pcs]\/[\w-]{22,43}|[?&](?:token|code|magic_link|id_token|access_token)=)[^\s"'<>)]*/gi,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\bBearer\s+[\w.~+/-]{8,}/gi,
];

/** The text without anything that looks like a secret. Ids stay. */
export function withoutSecrets(text: string): string {
  return secretShapes.reduce((rest, shape) => rest.replace(shape, removed), text);
}

/**
 * A page's content as Markdown: headings, facts, tables, notices, links. Changes `content`, so give it a copy.
 * @param origin what a link that starts with a stroke belongs to: `https://keydesk.example`
 */
export function toMarkdown(content: HTMLElement, origin: string): string {
  for (const node of content.querySelectorAll(leftOut)) node.remove();
  return withoutSecrets(makeService(origin).turndown(content)).trim();
}

function makeService(origin: string): TurndownService {
  const service = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
  });
  const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
  const cell = (text: string) => oneLine(text).replace(/\|/g, '\\|');
  service.addRule('cell', { filter: ['th', 'td'], replacement: (text) => ` ${cell(text)} |` });
  service.addRule('row', {
    filter: 'tr',
    replacement: (text, node) => {
      const cells = [...node.childNodes].filter(({ nodeName }) => /^T[HD]$/.test(nodeName));
      const isHead = node.parentNode?.nodeName === 'THEAD';
      const rule = isHead ? `\n|${' --- |'.repeat(cells.length)}` : '';
      return `\n|${text.replace(/\n/g, '')}${rule}`;
    },
  });
  service.addRule('part of a table', {
    filter: ['thead', 'tbody', 'tfoot'],
    replacement: (text) => text,
  });
  service.addRule('table', {
    filter: 'table',
    replacement: (text, node) => {
      const label = (node as HTMLElement).getAttribute('aria-label');
      return `\n\n${label ? `**${label}**\n` : ''}${text}\n\n`;
    },
  });
  service.addRule('term', { filter: 'dt', replacement: (text) => `\n- **${oneLine(text)}:** ` });
  service.addRule('value', { filter: 'dd', replacement: (text) => oneLine(text) });
  service.addRule('facts', {
    filter: 'dl',
    replacement: (text) => `\n\n${text.replace(/\n\s*\n/g, '\n').trim()}\n\n`,
  });
  service.addRule('time', {
    filter: (node) => node.nodeName === 'TIME',
    // In a ticket `3 minutes ago` means nothing tomorrow.
    replacement: (text, node) => (node as HTMLElement).getAttribute('datetime') ?? text,
  });
  service.addRule('link', {
    filter: (node) => node.nodeName === 'A' && Boolean(node.getAttribute('href')),
    replacement: (text, node) => {
      const href = (node as HTMLElement).getAttribute('href') ?? '';
      const words = oneLine(text);
      if (words === '' || href.startsWith('#') || href.startsWith('?')) return words;
      return `[${words}](${href.startsWith('/') ? origin : ''}${href})`;
    },
  });
  return service;
}
