import 'server-only';
import type { CustomerPermission } from '@/lib/auth/customer-permissions';
import type { CustomerVisit } from '@/lib/auth/customer-visit';
import type { Permission } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db';
import { AppError, type ErrorCode } from '@/lib/errors';
import { Prisma } from '@/lib/generated/prisma/client';
import { logger } from '@/lib/logger';
import { maskAddresses } from '@/lib/mask-address';
import { appendSealed } from './chain/append';

/** What an entry is about, for instance `{ type: 'api_key', id: 'apit_1' }`. A secret is never an id. */
export type Target = { type: string; id?: string };

/** Fields of an action's audit allow-list, as they go into the log. */
export type Details = Record<string, unknown>;

/** Who acts: somebody of the staff, or a customer's administrator on their own page. */
export type Actor = Principal | CustomerVisit;

export type Intent = {
  environment: string;
  principal: Actor;
  action: Permission | CustomerPermission;
  organizationId?: string;
  target: Target;
  details: Details;
  /** Made once per filled form: a second intent with it is refused. */
  submissionId: string;
  ticket?: string;
  reason?: string;
};

/**
 * Writes the intent row that must exist before a write leaves for Scalekit.
 * @returns the id that `recordOutcome` closes
 * @throws AppError conflict when the submission was sent before, unavailable when the log cannot be written
 */
export async function recordIntent(intent: Intent): Promise<bigint> {
  const { environment, action, organizationId, target, submissionId, ticket, reason } = intent;
  const actor = actorOf(intent.principal);
  try {
    return await add({
      kind: 'intent',
      environment,
      ...actor,
      action,
      organizationId,
      targetType: target.type,
      targetId: target.id,
      details: intent.details,
      submissionId,
      ticket,
      reason,
    });
  } catch (cause) {
    throw isDuplicate(cause) ? alreadySent(cause) : logIsDown(cause, action);
  }
}

function alreadySent(cause: unknown): AppError {
  const message =
    'This form was already sent, so it was not sent again. Reload the page to see what the first one did.';
  return new AppError('conflict', message, { cause });
}

function logIsDown(cause: unknown, action: string): AppError {
  logger.error({ err: cause, action }, 'The intent row could not be written');
  const message = 'The staff log cannot be written at the moment, so nothing was sent to Scalekit.';
  return new AppError('unavailable', message, { cause });
}

export type Outcome = {
  /** `unknown`: the call left and no answer came back. */
  outcome: 'ok' | 'failed' | 'unknown';
  errorCode?: ErrorCode;
  requestId?: string;
  /** What the result adds, for instance the id of the thing that was created. */
  target?: Target;
  details?: Details;
};

/**
 * Writes how an intent ended; who, where and what are copied from the intent.
 * @throws Error when there is no such intent
 */
export async function recordOutcome(intentId: bigint, outcome: Outcome): Promise<void> {
  const intent = await db().staffLog.findUnique({ where: { id: intentId }, select: { environment: true } });
  const details = toText(outcome.details);
  const insert = Prisma.sql`
    INSERT INTO staff_log (kind, intent_id, environment, actor_id, actor_email, actor_role, action,
      organization_id, target_type, target_id, ticket, outcome, error_code, request_id, details)
    SELECT 'outcome', id, environment, actor_id, actor_email, actor_role, action,
      organization_id, COALESCE(${outcome.target?.type}, target_type), COALESCE(${outcome.target?.id}, target_id),
      ticket, ${outcome.outcome}, ${outcome.errorCode}, ${outcome.requestId}, ${details}::jsonb
    FROM staff_log WHERE id = ${intentId} AND kind = 'intent'`;
  const written = intent && (await appendSealed(intent.environment, insert));
  if (!written) throw new Error(`There is no intent ${intentId} in the staff log`);
}

/** Closes the intent of a submission whose outcome nobody wrote, if there is one: a worker was lost in the middle. */
export async function closeSubmission(submissionId: string, outcome: Outcome): Promise<void> {
  const [open] = await db().$queryRaw<{ id: bigint }[]>`
    SELECT id FROM staff_log AS intent
    WHERE submission_id = ${submissionId}::uuid AND kind = 'intent'
      AND NOT EXISTS (SELECT 1 FROM staff_log WHERE intent_id = intent.id)`;
  if (open) await recordOutcome(open.id, outcome);
}

type Denial = {
  environment: string;
  principal: Actor;
  action: Permission | CustomerPermission;
  /** Known once the scope of the act is. */
  organizationId?: string;
  code: ErrorCode;
};

/** Writes that a person was refused: role, customer limit or step-up. */
export async function recordDenial(denial: Denial): Promise<void> {
  const { environment, principal, action, organizationId, code } = denial;
  await add({ kind: 'denied', environment, ...actorOf(principal), action, organizationId, errorCode: code });
}

type Notice = {
  environment: string;
  /** `visitor`: somebody with a public link. `system`: Keydesk itself. */
  actor: Actor | 'visitor' | 'system';
  /** `noun.verb`, for instance `portal_link.open`. */
  action: string;
  organizationId?: string;
  target: Target;
  details?: Details;
  requestId?: string;
};

/** Writes something that happened outside an action, for instance a portal link that a customer opened. */
export async function recordNotice(notice: Notice): Promise<void> {
  const { environment, actor, action, organizationId, target, details, requestId } = notice;
  await add({
    kind: 'notice',
    environment,
    ...(typeof actor === 'string' ? { actorEmail: '', actorRole: actor } : actorOf(actor)),
    action,
    organizationId,
    targetType: target.type,
    targetId: target.id,
    details,
    requestId,
  });
}

type NewRow = {
  kind: 'intent' | 'denied' | 'notice';
  environment: string;
  actorId?: string;
  actorEmail: string;
  actorRole: string;
  action: string;
  organizationId?: string;
  targetType?: string;
  targetId?: string;
  errorCode?: string;
  requestId?: string;
  ticket?: string;
  reason?: string;
  details?: Details;
  submissionId?: string;
};

async function add(row: NewRow): Promise<bigint> {
  const details = toText(row.details, row.action);
  const id = await appendSealed(
    row.environment,
    Prisma.sql`
      INSERT INTO staff_log (kind, environment, actor_id, actor_email, actor_role, action, organization_id,
        target_type, target_id, error_code, request_id, ticket, reason, details, submission_id)
      VALUES (${row.kind}, ${row.environment}, ${row.actorId}::uuid, ${row.actorEmail}, ${row.actorRole},
        ${row.action}, ${row.organizationId}, ${row.targetType}, ${row.targetId}, ${row.errorCode},
        ${row.requestId}, ${row.ticket}, ${row.reason}, ${details}::jsonb, ${row.submissionId}::uuid)`,
  );
  if (id === null) throw new Error('The staff log took no row');
  return id;
}

/**
 * As JSON, in which undefined values are gone and dates are words. The log cannot be erased, so it names customers'
 * people by id: their addresses are masked. Our own staff's are how the log knows them.
 */
function toText(details: Details = {}, action = ''): string {
  const isOfStaff = action.startsWith('staff.');
  return JSON.stringify(details, (_, value) =>
    typeof value === 'string' && !isOfStaff ? maskAddresses(value) : value,
  );
}

/** The role that the rows of a customer's administrator bear; staff never have it. */
export const customerRole = 'customer';

function actorOf(principal: Actor) {
  if ('visitId' in principal) {
    const { visitId, recipientEmail } = principal;
    return { actorId: visitId, actorEmail: recipientEmail, actorRole: customerRole };
  }
  return { actorId: principal.staffId, actorEmail: principal.email, actorRole: principal.role };
}

function isDuplicate(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    /P2002|23505/.test(`${error.code} ${error.message}`)
  );
}
