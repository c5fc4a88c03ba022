import type { JsonObject } from '@bufbuild/protobuf';
import type { Row } from '../rows';
import type { eventTypes } from './event-types.data';

/** One of the 41 types that webhooks carry. */
export type EventType = keyof typeof eventTypes;
/** What an event is about. */
export type EventObject = (typeof eventTypes)[EventType]['object'];

/** Something that happened at `createdAt`. `data` is JSON with the documented field names of its type. */
export type EventRow = Row & {
  type: EventType;
  object: EventObject;
  organizationId?: string;
  displayName?: string;
  data: JsonObject;
  source: 'SCALEKIT' | 'DIR_SYNC';
  /** The sign-in that caused it, as the login log names it. */
  authRequestId?: string;
  /** The connection that it went through, where the data does not say. */
  connectionId?: string;
};
