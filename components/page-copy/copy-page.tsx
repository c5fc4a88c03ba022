'use client';

import { Check, ClipboardCopy, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { classNames } from '@/components/ui/class-names';
import { copyText } from '@/components/ui/copy-text';
import { iconButtonStyle } from '@/components/ui/icon-button';

const shownMs = 2000;
const icons = { idle: ClipboardCopy, copied: Check, refused: TriangleAlert };

/** Copies what the page shows as Markdown, for a ticket. Secrets, and what stands in fields, stay here. */
export function CopyPage({ className }: { className?: string }) {
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
      aria-label="Copy page as Markdown"
      title="Copy page as Markdown"
      onClick={() => void copy()}
      className={classNames(iconButtonStyle, className)}
    >
      <Icon aria-hidden="true" size={16} className={state === 'copied' ? 'text-success-text' : undefined} />
    </button>
  );
}
