import type { Parameters } from '../oauth/parameters';
import type { Visit } from './session';

/** What the portal says after a button did its work. */
export const messages = {
  'domain-added': 'The domain was added. Publish its TXT record to prove that it is yours.',
  'record-published': 'The record was published and looked up.',
  'domain-removed': 'The domain was removed.',
  'settings-saved': 'The settings were saved.',
  'connection-enabled': 'The connection is enabled.',
  'connection-disabled': 'The connection is disabled.',
  'directory-enabled': 'SCIM is on.',
  'directory-disabled': 'SCIM is off.',
} as const;

export type MessageName = keyof typeof messages;

/** Where a button leads: a place of the portal with a message, or a page of its own. */
export type Outcome = { location: string; done?: MessageName } | Response;

/**
 * What a button of the portal does. `id` is that of the thing in the path, or empty.
 * @throws ConnectError or ZodError, shown on the page that the form was on
 */
export type PortalAct = (visit: Visit, form: Parameters, id: string) => Outcome;
