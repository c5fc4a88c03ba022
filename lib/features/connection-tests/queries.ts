import 'server-only';
import { AppError } from '@/lib/errors';
import { defineQuery } from '@/lib/server/define-query';
import { toTestResult } from './rows';
import { readTestInput, type TestResult } from './schema';

/**
 * How a trial sign-in has ended, or that it has not. Source: GET /connections/{id}/test-requests/{test}, which knows no
 * organization: for a person limited to some customers it is asked, at the same time, whose the connection is.
 */
export const readTest = defineQuery({
  permission: 'connection.read',
  input: readTestInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId, connectionId, testId }, { scalekit, principal }): Promise<TestResult> => {
    const isLimited = principal.customers !== 'all';
    const [owned, answer] = await Promise.all([
      isLimited ? scalekit.connections.getConnection({ organizationId, id: connectionId }) : null,
      scalekit.connections.getConnectionTestResult({ connectionId, testRequestId: testId }),
    ]);
    if (owned && owned.connection?.organizationId !== organizationId)
      throw new AppError('not_found', `There is no connection ${connectionId} in this organization.`);
    return toTestResult(testId, answer);
  },
});
