import { announce } from './announce';

/** Copies and says so. False when the browser refused: over plain http, or without permission. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    announce('Copied');
    return true;
  } catch {
    announce('The browser did not allow copying. Select the text and copy it.');
    return false;
  }
}
