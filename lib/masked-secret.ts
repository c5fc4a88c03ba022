/** What the server sends in place of a secret that is set. */
export const secretMask = '••••••••';

/** A mask, or something with one in it: nobody's secret. */
export function isMasked(text: string): boolean {
  return /[*•●∙]{3,}/.test(text) || /^([.xX…_-])\1+$/.test(text);
}
