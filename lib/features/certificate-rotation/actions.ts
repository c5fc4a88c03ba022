'use server';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { defineAction } from '@/lib/server/define-action';
import { readX509 } from '@/lib/x509';
import { readOne, refuseUnusable } from './read-one';
import { putBackInput, rotateInput } from './schema';
import { sendCertificate } from './send';

/** PATCH /organizations/{id}/connections/{id} with one more certificate; the present ones are kept here first. */
export const rotateCertificate = defineAction({
  permission: 'connection.rotate_certificate',
  input: rotateInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, connectionId, certificate }, context) => {
    const read = readOne(certificate);
    return sendCertificate({ organizationId, connectionId }, read, context, (present) =>
      refuseUnusable(read, present),
    );
  },
  audit: {
    target: ({ connectionId }) => ({ type: 'connection', id: connectionId }),
    details: ({ certificate }) => ({ fingerprint: readX509(certificate)?.fingerprint ?? null }),
    result: ({ outcome }) => ({ details: { outcome } }),
  },
});

/** Sends a certificate that was there before once more. Those that are there now are kept as well. */
export const putBackCertificate = defineAction({
  permission: 'connection.put_back_certificate',
  input: putBackInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  run: async ({ organizationId, connectionId, keptId }, context) => {
    const { environment } = context;
    const where = { id: keptId, environment, organizationId, connectionId };
    const kept = await db().keptCertificate.findFirst({ where });
    const read = kept && readX509(kept.pem);
    if (!read) throw new AppError('not_found', 'There is no such certificate among those that were kept.');
    return sendCertificate({ organizationId, connectionId }, read, context);
  },
  audit: {
    target: ({ connectionId }) => ({ type: 'connection', id: connectionId }),
    details: ({ keptId }) => ({ keptId }),
    result: ({ outcome, fingerprint }) => ({ details: { outcome, fingerprint } }),
  },
});
