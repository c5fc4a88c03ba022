import 'server-only';
import type { z } from 'zod';
import { AppError } from '@/lib/errors';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { toApiConfig, toAuthorization } from './credentials';
import { isOf } from './find';
import type { CreatedAccount, createAccountInput } from './schema';

type Input = z.output<typeof createAccountInput>;

const taken = 'This person has an account of this connection already.';

/** Adds an account, or hands back the one that is there, if the person asked for that. @throws AppError */
export async function createAccount(scalekit: ScalekitClient, input: Input): Promise<CreatedAccount> {
  const found = input.ifPresent === 'use' ? await findByKey(scalekit, input) : null;
  if (found) return { accountId: found, existed: true };
  try {
    const { connectedAccount } = await scalekit.connectedAccounts.createConnectedAccount({
      ...keyOf(input),
      connectedAccount: {
        authorizationDetails: toAuthorization(input),
        apiConfig: toApiConfig(input.apiConfig),
      },
    });
    if (!connectedAccount) {
      throw new AppError('unavailable', 'Scalekit made it but sent no id.', { unknown: true });
    }
    return { accountId: connectedAccount.id, existed: false };
  } catch (cause) {
    throw isTaken(cause) ? beside(cause) : cause;
  }
}

function keyOf({ connector, identifier, organizationId, userId }: Input) {
  return {
    connector,
    identifier,
    organizationId: organizationId || undefined,
    userId: userId || undefined,
  };
}

/** By GET …/details, never by …/auth, which the SDK's own get-or-create uses: that one hands out live tokens. */
async function findByKey(scalekit: ScalekitClient, input: Input): Promise<string | null> {
  try {
    const { connectedAccount } = await scalekit.connectedAccounts.getConnectedAccountDetails(keyOf(input));
    if (!connectedAccount) return null;
    return (await isOf(scalekit, connectedAccount, input.organizationId)) ? connectedAccount.id : null;
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'not_found') return null;
    throw cause;
  }
}

// The document says 409; the live service answers 400.
function isTaken(cause: unknown): cause is AppError {
  if (!(cause instanceof AppError)) return false;
  return cause.code === 'conflict' || (cause.code === 'invalid' && /already exists/i.test(cause.message));
}

function beside(cause: AppError): AppError {
  const { message, requestId } = cause;
  return new AppError('conflict', message, { fieldErrors: { identifier: taken }, requestId, cause });
}
