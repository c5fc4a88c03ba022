'use server';
import { headers } from 'next/headers';
import { z } from 'zod';
import { CustomerError } from '@/lib/customer-error';
import { defineCustomerAction } from '@/lib/server/define-customer-action';
import { readVisitor } from '@/lib/visitor';
import { type OpenResult, openLink } from './open-link';

/**
 * Mints a fresh one-minute Scalekit link for the features of the visit's link, as the link's own page does: it takes one
 * of its opens. The location is a credential: the route that calls this answers with a redirect to it and nothing else.
 */
export const openOwnPortal = defineCustomerAction({
  permission: 'portal_link.open',
  input: z.object({}),
  check: 'no_ids',
  run: async (_input, { visit }): Promise<{ location: string }> => {
    const result = await openLink(visit.linkId, readVisitor(await headers()));
    if (result.kind !== 'opened') throw errorOf(result);
    return { location: result.location };
  },
  audit: { target: () => ({ type: 'portal_link' }), details: () => ({}) },
  refresh: false,
});

function errorOf(result: Exclude<OpenResult, { kind: 'opened' }>): CustomerError {
  if (result.kind === 'failed') {
    const { unknown, requestId } = result;
    const words = unknown
      ? 'The sign-in service did not answer in time, so it is unknown whether the portal was prepared.'
      : 'The sign-in service could not prepare the portal. Try again in a minute.';
    return new CustomerError('unavailable', words, { unknown, requestId });
  }
  if (result.kind === 'unverified' || result.kind === 'paused' || result.state !== 'used_up')
    return notThere();
  const words =
    'Your link has led to the portal as many times as it allows. Ask whoever sent it for a new one.';
  return new CustomerError('conflict', words);
}

function notThere(): CustomerError {
  return new CustomerError('not_found', 'Your link no longer works. Ask whoever sent it for a new one.');
}
