'use client';

import { type ReactNode, useEffect, useRef } from 'react';

type Props = {
  title: string;
  /** For what comes in answer to a press: the button is gone, and a keyboard or screen reader would start afresh. */
  focusTitle?: boolean;
  children: ReactNode;
};

/** The page of whoever got a link: one narrow column, and nothing about us or the customer. */
export function PublicFrame({ title, focusTitle = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focusTitle) heading.current?.focus();
  }, [focusTitle]);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-140 flex-col justify-center gap-4 px-5 py-12 wrap-anywhere">
      <h1 ref={heading} tabIndex={-1} className="text-xl outline-none">
        {title}
      </h1>
      {children}
    </main>
  );
}
