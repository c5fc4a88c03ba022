/** Headers that the proxy sets on every request to a page; it drops whatever the browser sent under these names. */

/** Path and query of the page, for the way back after signing in. */
export const pathHeader = 'x-keydesk-path';

/** `person` when somebody navigated or acted; absent on polling, which must not keep a session alive. */
export const activityHeader = 'x-keydesk-activity';

/** The nonce of the page's Content-Security-Policy. */
export const nonceHeader = 'x-nonce';
