import 'server-only';
import type { SignInWatch } from '@/lib/generated/prisma/client';
import type { WatchRow } from './schema';

const states = ['open', 'seen', 'over', 'ended'] as const;

export function toWatchRow(record: SignInWatch): WatchRow {
  const { id, organizationId, connectionId, email, ticket, failures, seenAt, seenRequestId } = record;
  return {
    ...{ id, organizationId, connectionId, email, ticket, failures },
    state: states.find((one) => one === record.state) ?? 'ended',
    createdAt: record.createdAt.toISOString(),
    endsAt: record.endsAt.toISOString(),
    checkedAt: record.checkedAt?.toISOString() ?? null,
    seen: seenAt
      ? { requestId: seenRequestId ?? '', at: seenAt.toISOString(), email: record.seenEmail }
      : null,
  };
}
