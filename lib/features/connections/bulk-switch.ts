import 'server-only';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { bulkKind } from '@/lib/server/bulk/kind';
import { disabling, enabling } from './switching';

export const bulkEnable = bulkKind({
  definition: enabling,
  doneSentence: 'Enabled.',
  lookUp: async (input, scalekit) => ((await isEnabled(input, scalekit)) ? 'It is enabled.' : null),
});

export const bulkDisable = bulkKind({
  definition: disabling,
  doneSentence: 'Disabled.',
  lookUp: async (input, scalekit) => ((await isEnabled(input, scalekit)) ? null : 'It is disabled.'),
});

type Input = { organizationId: string; connectionId: string };

async function isEnabled(
  { organizationId, connectionId }: Input,
  scalekit: ScalekitClient,
): Promise<boolean> {
  const { connection } = await scalekit.connections.getConnection({ organizationId, id: connectionId });
  return connection?.enabled ?? false;
}
