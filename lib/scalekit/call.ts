import 'server-only';
import { randomUUID } from 'node:crypto';
import manifest from '@/package.json';
import type { Verb } from './rest/http-rule';
import type { SendMethod } from './rest/transport';

/** One call of an operation: what errors, hooks and retries need to know of it. */
export type Call = {
  environment: string;
  /** `OrganizationService.GetOrganization` */
  operation: string;
  verb: Verb;
  /** True when repeating or sharing it changes nothing at Scalekit. */
  reads: boolean;
  /** Ours, sent as `x-request-id`; Scalekit's trace id takes its place where there is one. */
  requestId: string;
};

/** A reference for one call, `kd_` and a UUID. */
export function newRequestId(): string {
  return `kd_${randomUUID()}`;
}

export const userAgent = `keydesk/${manifest.version}`;

/** `OrganizationService.GetOrganization`, as errors, logs and spans name it. */
export function operationName(method: SendMethod): string {
  return `${method.parent.name}.${method.name}`;
}

const readsByPost = new Set([
  'ApiTokenService.ValidateToken',
  'EventsService.ListEvents',
  'EventsService.ListEventsPaginated',
]);

// Starts something at Scalekit: repeating it, or sharing its answer, would not be the same.
const writesByGet = new Set(['DirectoryService.TriggerDirectorySync']);

/** True for GET, and for the few operations that read by POST; not for those that write by GET. */
export function isRead(method: SendMethod, verb: Verb): boolean {
  const name = operationName(method);
  return verb === 'GET' ? !writesByGet.has(name) : readsByPost.has(name);
}
