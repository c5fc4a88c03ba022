import { fontFamilies, fontVariables } from './fonts';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { FetchWebFonts } from '@/components/frame/fetch-web-fonts';
import { parseTheme, themeCookie } from '@/components/frame/theme';
import { webFontsCookie } from '@/components/frame/web-fonts';

export const metadata: Metadata = {
  title: { default: 'Keydesk', template: '%s · Keydesk' },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { colorScheme: 'light dark' };

/** The document. Every page waits for its request: a prerendered one would carry scripts without the CSP's nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const given = await cookies();
  const theme = parseTheme(given.get(themeCookie)?.value);
  const hasFonts = given.has(webFontsCookie);
  return (
    <html
      lang="en"
      data-theme={theme}
      className={hasFonts ? fontVariables : undefined}
      suppressHydrationWarning
    >
      <body>
        {children}
        {hasFonts ? null : <FetchWebFonts families={fontFamilies} />}
      </body>
    </html>
  );
}
