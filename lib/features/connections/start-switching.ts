import 'server-only';
import type { z } from 'zod';
import { authorize } from '@/lib/auth/principal';
import type { ActionContext } from '@/lib/server/action-definition';
import { startBulk } from '@/lib/server/bulk/start-bulk';
import type { switchConnectionsInput } from './schema';

type Kind = 'connection.enable' | 'connection.disable';

/** @throws AppError not_found when one of the organizations is not the person's to touch */
export async function startSwitching(
  kind: Kind,
  { organizationId, items }: z.output<typeof switchConnectionsInput>,
  { environment, principal }: ActionContext,
): Promise<{ jobId: string }> {
  for (const item of items) {
    authorize(principal, kind, { kind: 'organization', organizationId: item.organizationId });
  }
  // A job stands among those of an organization only when it touches no other.
  const own =
    organizationId && items.every((item) => item.organizationId === organizationId) ? organizationId : null;
  const chosen = items.map(({ label, ...input }) => ({ key: input.connectionId, label, input }));
  const unique = chosen.filter(({ key }, index) => chosen.findIndex((one) => one.key === key) === index);
  return { jobId: await startBulk({ environment, principal, organizationId: own, kind, items: unique }) };
}
