import localFont from 'next/font/local';

// A browser's first page stands in the system's fonts and fetches these when it is idle (`FetchWebFonts`); the pages
// after it take them from the browser's cache. Fetched while the first page is laid out, they hid its text for the tenth
// of a second that a browser waits for a font, and then laid it out again. `optional`: text never moves on screen.
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

/** Class names that define both fonts' variables, for a browser that has the fonts. */
export const fontVariables = `${geistSans.variable} ${geistMono.variable}`;

/** Both families as the stylesheet names them, to be fetched ahead. */
export const fontFamilies = [geistSans, geistMono].map(({ style }) => style.fontFamily.split(',')[0] ?? '');
