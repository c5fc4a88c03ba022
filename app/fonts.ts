import localFont from 'next/font/local';

// The package's own modules preload their files, which then stand in line before the stylesheet that the first paint
// waits for. `optional` instead of `swap`: a page is laid out once and its text never moves. The very first page that a
// browser opens may stand in a fallback of the same measures; from then on the files come from its cache.
const geistSans = localFont({
  src: '../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2',
  variable: '--font-geist-sans',
  weight: '100 900',
  display: 'optional',
  preload: false,
});

const geistMono = localFont({
  src: '../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-geist-mono',
  weight: '100 900',
  adjustFontFallback: false,
  display: 'optional',
  preload: false,
});

/** Class names that define both fonts' variables. */
export const fontVariables = `${geistSans.variable} ${geistMono.variable}`;
