import 'server-only';
import { AppError } from '@/lib/errors';
import { defineQuery, type QueryContext } from '@/lib/server/define-query';
import { chooseConnection } from './choose-connection';
import { diagnose } from './diagnose';
import { dryRun } from './dry-run';
import type { Evidence } from './evidence';
import { lastWorkedOf } from './last-worked';
import { parsePasted } from './parse-pasted';
import { readChanges } from './read-changes';
import { readEvidence } from './read-evidence';
import { noRoles, readRolesFor } from './read-roles';
import { readChosen, readLoginMethods } from './read-ways';
import {
  type DoctorAnswer,
  type DryRun,
  diagnoseInput,
  emailInput,
  type LastWorked,
  lastWorkedInput,
} from './schema';
import { type Heard, newHeard, readSignIns } from './sources';

const shownAttempts = 8;

/**
 * Why somebody cannot sign in, from whatever was pasted. Nothing of the text is kept, and nothing of it comes back but
 * the address, the request id, the code and what Scalekit said.
 * Source: the login log and our copy of it, users, connections, domains, members, events, the staff log, the differences
 * between snapshots: two rounds of calls.
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
    const heard = newHeard();
    return toAnswer(await readEvidence(asked, { ...context, heard }), heard);
  },
});

function toAnswer(evidence: Evidence, heard: Heard): DoctorAnswer {
  const { asked, attempt, attempts, user, organization, connection } = evidence;
  // Where it works elsewhere says nothing of here.
  const place = {
    organizationId: organization?.id ?? attempt?.organizationId ?? null,
    connectionId: connection?.id ?? attempt?.connectionIds[0] ?? null,
  };
  const { now, changes } = evidence;
  const { changeGaps } = heard;
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
        ? lastWorkedOf({ rows: attempts, ...heard.log }, { now, place, changes, changeGaps })
        : null,
    logFrom: heard.log.from || undefined,
    gaps: [...evidence.gaps, ...heard.gaps],
  };
}

/**
 * When a connection last worked, and what has changed since.
 * Source: the login log and our copy of it, the staff log, the differences between snapshots.
 */
export const getLastWorked = defineQuery({
  permission: 'doctor.read',
  input: lastWorkedInput,
  scope: ({ organizationId }) => ({ kind: 'organization', organizationId }),
  load: async (place, context): Promise<LastWorked> => {
    const heard = newHeard();
    const reader = { ...context, heard };
    const [{ rows }, changes] = await Promise.all([
      readSignIns(place, reader),
      readChanges(place.organizationId, reader),
    ]);
    const asked = { now: new Date().toISOString(), place, changes, changeGaps: heard.changeGaps };
    const strip = lastWorkedOf({ rows, ...heard.log }, asked);
    return { ...strip, gaps: [...heard.gaps, ...strip.gaps] };
  },
});

/**
 * Where a sign-in of an address would lead, and why.
 * Source: as the doctor, without the log; with its second round directories and roles; the environment's login methods.
 */
export const dryRunSignIn = defineQuery({
  permission: 'doctor.read',
  input: emailInput,
  scope: () => ({ kind: 'assigned' }),
  load: async ({ email }, context: QueryContext): Promise<DryRun> => {
    const asked = parsePasted(email);
    if (!asked?.email) throw new AppError('invalid', 'This is no e-mail address.');
    const gaps: string[] = [];
    let reading = Promise.resolve(noRoles);
    const onCustomer = (id: string) => {
      reading = readRolesFor({ organization: { id }, asked, gaps }, context);
    };
    const [evidence, methods] = await Promise.all([
      readEvidence(asked, context, { history: false, onCustomer }),
      readLoginMethods(context, gaps),
    ]);
    const [connection, roles] = await Promise.all([
      readChosen(chooseConnection(evidence), evidence, context),
      reading,
    ]);
    const run = dryRun({ ...evidence, connection }, roles, methods);
    return { ...run, gaps: [...run.gaps, ...gaps] };
  },
});
