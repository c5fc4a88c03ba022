import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: { default: 'Your page', template: '%s · Your page' } };

/** Each page brings its own window, because a page without a visit must show nothing but words. */
export default function CustomerLayout({ children }: { children: ReactNode }) {
  return children;
}
