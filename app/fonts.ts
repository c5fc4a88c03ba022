import localFont from 'next/font/local';

// The package's own modules preload their files, which then stand in line before the stylesheet that the first paint
// waits for. Text shows at once in a fallback of the same measures and changes when the file is there.
const geistSans = localFont({
  src: '../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2',
  variable: '--font-geist-sans',
  weight: '100 900',
  preload: false,
});

const geistMono = localFont({
  src: '../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-geist-mono',
  weight: '100 900',
  adjustFontFallback: false,
  preload: false,
});

/** Class names that define both fonts' variables. */
export const fontVariables = `${geistSans.variable} ${geistMono.variable}`;
