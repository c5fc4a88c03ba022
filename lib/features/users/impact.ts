import 'server-only';
import { mayReach } from '@/lib/auth/principal';
import { defineQuery } from '@/lib/server/define-query';
import { readUser } from '@/lib/server/find-user';
import { type UserImpact, userInput } from './schema';

/** Memberships whose API keys are counted; more would cost a call each. */
const countedMemberships = 10;

/** What goes with a user, counted live. A count that fails is null: the rest still helps. */
export const countUserImpact = defineQuery({
  permission: 'user.read',
  input: userInput,
  scope: () => ({ kind: 'assigned' }),
  load: async (input, context): Promise<UserImpact> => {
    const { scalekit, principal } = context;
    const filter = { status: ['active'] };
    const [read, sessions, passkeys] = await Promise.allSettled([
      readUser(input.userId, context),
      scalekit.sessions.getUserSessions({ ...input, pageSize: 1, filter }),
      scalekit.webauthn.listCredentials(input),
    ]);
    if (read.status === 'rejected') throw read.reason;
    const memberships = read.value.memberships.filter(({ organizationId }) =>
      mayReach(principal, organizationId),
    );
    const counted = memberships.slice(0, countedMemberships);
    const keys = await Promise.allSettled(
      counted.map(({ organizationId }) =>
        scalekit.tokens.listTokens({ ...input, organizationId, pageSize: 1 }),
      ),
    );
    return {
      memberships: memberships.length,
      activeSessions: sessions.status === 'fulfilled' ? sessions.value.totalSize : null,
      passkeys: passkeys.status === 'fulfilled' ? passkeys.value.credentials.length : null,
      apiKeys: memberships.length > countedMemberships ? null : sumOf(keys),
    };
  },
});

function sumOf(counts: PromiseSettledResult<{ totalCount: number }>[]): number | null {
  let sum = 0;
  for (const count of counts) {
    if (count.status === 'rejected') return null;
    sum += count.value.totalCount;
  }
  return sum;
}
