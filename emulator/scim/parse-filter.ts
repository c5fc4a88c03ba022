import { type Filter, parse } from 'scim2-parse-filter';
import { ScimError } from './scim-error';

/** Reads a filter of RFC 7644, section 3.4.2.2. @throws ScimError invalidFilter */
export function parseFilter(text: string): Filter {
  try {
    return parse(text);
  } catch (cause) {
    // Too deeply nested ones exhaust the parser's stack and end here as well.
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ScimError(400, `The filter cannot be read: ${reason}`, 'invalidFilter');
  }
}
