/** Set once a browser has the web fonts; from then on the server writes pages that use them. */
export const webFontsCookie = 'keydesk_fonts';

const thirtyDays = 30 * 24 * 60 * 60;

/**
 * Fetches the fonts into the browser's cache without using them on this page. Browser only. A browser that cannot get
 * them keeps the fonts that it has.
 *
 * @param families values of `font-family` as the stylesheet declares them
 */
export async function fetchWebFonts(families: string[]): Promise<void> {
  try {
    await Promise.all(families.map((family) => document.fonts.load(`1em ${family}`)));
  } catch {
    return;
  }
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox
  document.cookie = `${webFontsCookie}=1; Path=/; Max-Age=${thirtyDays}; SameSite=Lax${secure}`;
}
