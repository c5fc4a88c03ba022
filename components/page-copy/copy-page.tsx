'use client';

import { Check, ClipboardCopy, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { classNames } from '@/components/ui/class-names';
import { copyText } from '@/components/ui/copy-text';
import { iconButtonStyle } from '@/components/ui/icon-button';

const shownMs = 2000;
const label = 'Copy page as Markdown';
const icons = { idle: ClipboardCopy, copied: Check, refused: TriangleAlert };

const words = { idle: label, copied: 'Copied', refused: 'The browser refused to copy' };

// As a line of the navigation's sheet.
const wordsStyle =
  'flex h-10 w-full items-center gap-2.5 rounded px-2.5 text-left text-quiet hover:bg-hover hover:text-text';

type Props = {
  className?: string;
  /** With words beside the icon, where there is room for them. */
  withWords?: boolean;
};

/** Copies what the page shows as Markdown, for a ticket. Secrets, and what stands in fields, stay here. */
export function CopyPage({ className, withWords = false }: Props) {
  const [state, setState] = useState<keyof typeof icons>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), shownMs);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    const main = document.getElementById('main');
    if (!main) return;
    const content = main.cloneNode(true) as HTMLElement;
    // Read only when somebody copies: no page waits for it.
    const { toMarkdown, withoutSecrets } = await import('./to-markdown');
    const place = withoutSecrets(`${location.origin}${location.pathname}`);
    const text = `${toMarkdown(content, location.origin)}\n\n${place}, ${new Date().toISOString()}\n`;
    setState((await copyText(text)) ? 'copied' : 'refused');
  };
  const Icon = icons[state];
  return (
    <button
      type="button"
      aria-label={withWords ? undefined : label}
      title={label}
      onClick={() => void copy()}
      className={classNames(withWords ? wordsStyle : iconButtonStyle, className)}
    >
      <Icon
        aria-hidden="true"
        size={16}
        className={classNames('shrink-0', state === 'copied' && 'text-success-text')}
      />
      {withWords ? <span>{words[state]}</span> : null}
    </button>
  );
}
