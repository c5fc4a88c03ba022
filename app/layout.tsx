import { fontVariables } from './fonts';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { parseTheme, themeCookie } from '@/components/frame/theme';

export const metadata: Metadata = {
  title: { default: 'Keydesk', template: '%s · Keydesk' },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { colorScheme: 'light dark' };

/** The document. Every page waits for its request: a prerendered one would carry scripts without the CSP's nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  return (
    <html lang="en" data-theme={theme} className={fontVariables} suppressHydrationWarning>
      <body>{children}</body>
    </html>
  );
}
