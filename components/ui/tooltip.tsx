'use client';

import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';

const loadBody = () => import('./tooltip-body');
const TooltipBody = lazy(loadBody);
const delayMs = 400;

type Props = {
  text: string;
  side?: 'top' | 'right' | 'bottom';
  /** Where it may show: `md:max-wide:block hidden` for a hint that only the narrow navigation needs. */
  className?: string;
  children: ReactNode;
};

/**
 * A hint beside what it wraps, on hover and on keyboard focus; Escape hides it. It repeats what the control's own
 * name says, so it carries nothing that a screen reader would miss.
 */
export function Tooltip({ text, side = 'top', className, children }: Props) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = (wait: number) => {
    void loadBody();
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(true), wait);
  };
  const hide = () => {
    clearTimeout(timer.current);
    setOpen(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens; the control inside is what acts
    <span
      ref={place}
      className="relative flex"
      onPointerEnter={(event) => event.pointerType === 'mouse' && show(delayMs)}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={(event) => event.target.matches(':focus-visible') && show(0)}
      onBlur={hide}
    >
      {children}
      {open ? (
        <Suspense fallback={null}>
          <TooltipBody place={place} text={text} side={side} className={className} onClose={hide} />
        </Suspense>
      ) : null}
    </span>
  );
}
