import type { ReactNode } from 'react';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { limitDepth } from './limit-depth';

/**
 * A note's Markdown as elements. No HTML of the note's own gets through (it stands there as text), nothing is loaded
 * from elsewhere, and links go to the web or to mail alone. Runs on the server; the editor's preview loads it on demand.
 */
export function NoteText({ text }: { text: string }) {
  return (
    <div className="measure flex flex-col gap-2 wrap-anywhere" dir="auto">
      {render(text)}
    </div>
  );
}

const plugins = [remarkGfm, limitDepth];

function render(text: string): ReactNode {
  try {
    // Called rather than mounted (it has no state): what parsing throws is caught here.
    return Markdown({ children: text, remarkPlugins: plugins, components, urlTransform: safeUrl });
  } catch {
    // Nested so deeply that parsing overflows the stack: as it was typed.
    return <p className="whitespace-pre-line">{text}</p>;
  }
}

/** The address, when it is one that a note may lead to; else nothing, and the words stand without a link. */
function safeUrl(url: string): string {
  return URL.canParse(url) && /^(https?|mailto):$/.test(new URL(url).protocol) ? url : '';
}

const heading: Components['h1'] = ({ children }) => <h3 className="text-sm font-semibold">{children}</h3>;

const link: Components['a'] = ({ href, children }) =>
  href ? (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" className="text-link">
      {children}
    </a>
  ) : (
    <span>{children}</span>
  );

const components: Components = {
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  a: link,
  // Nothing is fetched from elsewhere: a picture is a link to it.
  img: ({ src, alt }) => {
    const words = alt || 'picture';
    return typeof src === 'string' && src ? (
      <a href={src} target="_blank" rel="noopener noreferrer nofollow" className="text-link">
        {words}
      </a>
    ) : (
      <span>{words}</span>
    );
  },
  p: ({ children }) => <p className="whitespace-pre-line">{children}</p>,
  ul: ({ children }) => <ul className="list-disc pl-5">{children}</ul>,
  ol: ({ children, start }) => (
    <ol start={start} className="list-decimal pl-6">
      {children}
    </ol>
  ),
  input: ({ checked }) => <>{checked ? '☑ ' : '☐ '}</>,
  blockquote: ({ children }) => (
    <blockquote className="border-l-2 border-line-strong pl-3 text-quiet">{children}</blockquote>
  ),
  code: ({ children }) => <code className="rounded-sm bg-sunken px-1 font-mono text-xs">{children}</code>,
  pre: ({ children }) => (
    <pre className="rounded border border-line bg-sunken px-3 py-2 text-xs whitespace-pre-wrap [&_code]:px-0">
      {children}
    </pre>
  ),
  hr: () => <hr className="border-line" />,
  table: ({ children }) => (
    <table className="text-table [&_td]:pr-4 [&_th]:pr-4 [&_th]:text-left">{children}</table>
  ),
  // A footnote's jump marks would be the same in every note of the page.
  section: ({ children }) => <div>{children}</div>,
  li: ({ children }) => <li>{children}</li>,
};
