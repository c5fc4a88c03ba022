import 'server-only';
import { readHead } from '@/lib/audit/chain/heads';
import { verifySlice } from '@/lib/audit/chain/verify';
import { db } from '@/lib/db';
import { defineQuery } from '@/lib/server/define-query';
import { type CheckedSlice, checkChainInput } from './schema';

/**
 * Checks a part of the staff log's hash chain; asked again with `last` until `done`, so that the screen can show how far
 * it is. Source: Keydesk's own records.
 */
export const checkChain = defineQuery({
  permission: 'staff_log.verify',
  input: checkChainInput,
  scope: () => ({ kind: 'environment' }),
  load: async ({ after }, { environment }): Promise<CheckedSlice> => {
    // Counting takes the longer the longer the log is: once, not with every slice.
    const [slice, seals, head] = await Promise.all([
      verifySlice(environment, after === '' ? null : after),
      after === '' ? db().staffLogSeal.count({ where: { environment } }) : null,
      readHead(environment),
    ]);
    return { ...slice, seals, head: head ? `${environment}:${head.seq}:${head.mac}` : null };
  },
});
