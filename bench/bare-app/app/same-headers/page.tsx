/** The bare page again, at an address that is answered with the console's headers (`next.config.ts`). */
export { default } from '../page';
