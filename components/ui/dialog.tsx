'use client';

import { X } from 'lucide-react';
import * as Radix from 'radix-ui/dialog';
import type { ReactNode } from 'react';
import { restoreFocus } from './dialog-store';
import { IconButton } from './icon-button';

type Props = {
  title: string;
  /** One or two sentences below the title. */
  description?: ReactNode;
  children: ReactNode;
  /** Asked when Escape, the backdrop or the cross would close it. */
  onClose: () => void;
  /** `wide` for tables and pairs of fields. */
  width?: 'normal' | 'wide';
};

/**
 * A modal dialog. Import it only from code that is itself loaded on demand: it brings radix with it.
 * Radix's own overlay is left out: its scroll lock writes a style element, which the CSP refuses.
 */
export function Dialog({ title, description, children, onClose, width = 'normal' }: Props) {
  const returnFocus = (event: Event) => {
    event.preventDefault();
    restoreFocus();
  };
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <div className="fixed inset-0 z-40 animate-appear bg-scrim motion-reduce:animate-none" />
      </Radix.Portal>
      <Radix.Portal>
        <div className="pointer-events-none fixed inset-0 z-40 grid place-items-center overflow-y-auto p-4 max-md:place-items-end max-md:p-0">
          <Radix.Content
            aria-describedby={undefined}
            aria-modal="true"
            onOpenAutoFocus={skipFoldedText}
            onCloseAutoFocus={returnFocus}
            className={`pointer-events-auto relative my-auto w-full min-w-0 animate-appear wrap-anywhere rounded border border-line bg-raised shadow-float max-md:mb-0 max-md:rounded-b-none ${width === 'wide' ? 'max-w-180' : 'max-w-120'}`}
          >
            <header className="pr-12 pl-5 pt-4">
              <Radix.Title className="text-lg">{title}</Radix.Title>
              {description ? (
                <Radix.Description asChild>
                  <div className="mt-1 text-quiet">{description}</div>
                </Radix.Description>
              ) : null}
            </header>
            {children}
            {/* Last, so that the first field gets the focus and not the way out. */}
            <IconButton label="Close" onClick={onClose} className="absolute top-3.5 right-3.5">
              <X aria-hidden="true" size={16} />
            </IconButton>
          </Radix.Content>
        </div>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Without a field, the first stop would be what is folded below the text: the way back is the better one. */
function skipFoldedText(event: Event): void {
  const content = event.currentTarget as HTMLElement;
  const first = content.querySelector('input:not([type=hidden]), select, textarea, a[href], button, summary');
  if (first?.tagName !== 'SUMMARY') return;
  event.preventDefault();
  content.querySelector<HTMLElement>('footer button')?.focus();
}
