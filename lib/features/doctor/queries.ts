import 'server-only';
import { AppError } from '@/lib/errors';
import { defineQuery, type QueryContext } from '@/lib/server/define-query';
import { diagnose } from './diagnose';
import { dryRun } from './dry-run';
import type { Evidence } from './evidence';
import { lastWorkedOf } from './last-worked';
import { parsePasted } from './parse-pasted';
import { readEvidence } from './read-evidence';
import { readRolesFor } from './read-roles';
import {
  type DoctorAnswer,
  type DryRun,
  diagnoseInput,
  emailInput,
  type FailedSignIns,
  failedSignInsInput,
  type LastWorked,
  lastWorkedInput,
} from './schema';
import { readChanges, readSignIns } from './sources';

const shownAttempts = 8;

/**
 * Why somebody cannot sign in, from whatever was pasted. Nothing of the text is kept, and nothing of it comes back but
 * the address, the request id, the code and what Scalekit said.
 * Source: the login log, users, connections, domains, members, events, the staff log: two rounds of calls.
 */
export const diagnoseLogin = defineQuery({
  permission: 'doctor.read',
  input: diagnoseInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ text }, context): Promise<DoctorAnswer> => {
    const asked = parsePasted(text);
    if (!asked) {
      const sentence =
        'There is no e-mail address, auth request id, callback with error=… or documented code in this text.';
      throw new AppError('invalid', sentence, { fieldErrors: { text: sentence } });
    }
    return toAnswer(await readEvidence(asked, context));
  },
});

function toAnswer(evidence: Evidence): DoctorAnswer {
  const { asked, attempt, attempts, user, organization, connection } = evidence;
  return {
    asked,
    now: evidence.now,
    diagnosis: diagnose(evidence),
    configuration: evidence.configuration,
    subject: {
      email: asked.email ?? attempt?.email ?? null,
      userId: user?.id ?? null,
      organization,
      connection: connection && {
        id: connection.id,
        name: connection.name,
        type: connection.type,
        detail: connection.detail,
      },
      requestId: asked.requestId ?? attempt?.id ?? null,
    },
    attempts: attempts.slice(0, shownAttempts),
    clockOffsetMs: evidence.clockOffsetMs,
    strip:
      attempts.length > 0
        ? lastWorkedOf({ rows: attempts, complete: true }, evidence.changes, evidence.now)
        : null,
    gaps: evidence.gaps,
  };
}

/** When a connection last worked, and what has changed since. Source: the login log, the staff log. */
export const getLastWorked = defineQuery({
  permission: 'doctor.read',
  input: lastWorkedInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async (place, context): Promise<LastWorked> => {
    const [log, changes] = await Promise.all([
      readSignIns(place, context),
      readChanges(place.organizationId, context),
    ]);
    const ours = changes?.filter(({ action, targetId }) => isOf(action, targetId, place)) ?? null;
    return lastWorkedOf(log, ours, new Date().toISOString());
  },
});

const isOf = (action: string, targetId: string | null, { connectionId }: { connectionId: string }) =>
  !action.startsWith('connection.') || targetId === connectionId;

/** The last failed sign-ins of a customer, newest first. Source: the newest hundred failed ones of everybody. */
export const listFailedSignIns = defineQuery({
  permission: 'doctor.read',
  input: failedSignInsInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async ({ organizationId }, context): Promise<FailedSignIns> => {
    const { rows, complete } = await readSignIns({ organizationId }, context);
    return { rows: rows.filter(({ status }) => status === 'failed').slice(0, 20), complete };
  },
});

/** Where a sign-in of an address would lead, and why. Source: as the doctor, without the log; directories and roles. */
export const dryRunSignIn = defineQuery({
  permission: 'doctor.read',
  input: emailInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ email }, context: QueryContext): Promise<DryRun> => {
    const asked = parsePasted(email);
    if (!asked?.email) throw new AppError('invalid', 'This is no e-mail address.');
    const evidence = await readEvidence(asked, context, { history: false });
    const roles = await readRolesFor(evidence, context);
    return dryRun(evidence, roles);
  },
});
