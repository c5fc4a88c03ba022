import 'server-only';
import { z } from 'zod';
import { CustomerError } from '@/lib/customer-error';
import { db } from '@/lib/db';
import { defineCustomerQuery } from '@/lib/server/define-customer-query';
import { findFreeze } from '@/lib/server/freeze';
import { type OwnLink, portalFeatures } from './schema';

/** The link of the visit, for the head of the customer's own page. Source: Keydesk's own records. */
export const getOwnLink = defineCustomerQuery({
  permission: 'onboarding.read',
  input: z.object({}),
  load: async (_input, { visit }): Promise<OwnLink> => {
    const [link, freeze] = await Promise.all([
      db().portalLink.findUnique({ where: { id: visit.linkId } }),
      findFreeze(visit.environment),
    ]);
    if (!link) throw new CustomerError('not_found', 'This link is not there any more.');
    return {
      linkId: link.id,
      organizationName: link.organizationName,
      features: portalFeatures.filter((feature) => link.features.includes(feature)),
      opensLeft: Math.max(0, link.openLimit - link.openCount),
      expiresAt: link.expiresAt.toISOString(),
      recipientEmail: visit.recipientEmail,
      visitEndsAt: visit.expiresAt.toISOString(),
      paused: freeze !== null,
    };
  },
});
