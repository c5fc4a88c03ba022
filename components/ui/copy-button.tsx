'use client';

import { Check, Copy, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { buttonStyle } from './button-style';
import { classNames } from './class-names';
import { copyText } from './copy-text';
import { iconButtonStyle } from './icon-button';

type Props = {
  text: string;
  /** What is copied: "organization id". The button is named "Copy organization id". */
  what: string;
  /** With words beside the icon. */
  labelled?: boolean;
  className?: string;
};

const shownMs = 2000;
const icons = { idle: Copy, copied: Check, refused: TriangleAlert };
const words = { idle: 'Copy', copied: 'Copied', refused: 'Not allowed' };

/** Copies a text and shows for two seconds whether it worked. */
export function CopyButton({ text, what, labelled = false, className }: Props) {
  const [state, setState] = useState<keyof typeof icons>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), shownMs);
    return () => clearTimeout(timer);
  }, [state]);
  const Icon = icons[state];
  return (
    <button
      type="button"
      aria-label={`Copy ${what}`}
      title={`Copy ${what}`}
      onClick={async () => setState((await copyText(text)) ? 'copied' : 'refused')}
      className={
        labelled ? buttonStyle('secondary', 'medium', className) : classNames(iconButtonStyle, className)
      }
    >
      <Icon aria-hidden="true" size={14} className={state === 'copied' ? 'text-success-text' : undefined} />
      {labelled ? <span className="min-w-12 text-left">{words[state]}</span> : null}
    </button>
  );
}
