'use server';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';
import { defineAction } from '@/lib/server/define-action';
import { checkPush, findPush, gonePush } from './find-push';
import {
  createPushInput,
  deletePushInput,
  editPushInput,
  type PushFormat,
  pushInput,
  pushLimit,
} from './schema';
import { signingSecret } from './secret';
import { sendLines } from './send';
import { testLine } from './test-line';

const scope = () => ({ kind: 'environment' }) as const;
const target = ({ pushId }: { pushId: string }) => ({ type: 'activity_push', id: pushId });
const tryAgain = { failures: 0, failingSince: null, nextTryAt: null };

/** Begins to push what happens from now on. The signing secret is in the answer and nowhere else. */
export const createPush = defineAction({
  permission: 'activity_push.create',
  input: createPushInput,
  scope,
  run: async (fields, { environment, principal }) => {
    await checkPush(environment, fields);
    if ((await db().activityPush.count({ where: { environment } })) >= pushLimit)
      throw new AppError('conflict', `There are ${pushLimit} pushes already. Delete one first.`);
    const { id } = await db().activityPush.create({
      data: { ...fields, environment, createdByEmail: principal.email },
    });
    return { pushId: id, secret: signingSecret(id, 1) };
  },
  audit: {
    target: () => ({ type: 'activity_push' }),
    details: ({ name, url, format, types, outcome, staff }) => ({ name, url, format, types, outcome, staff }),
    result: (data) => ({ target: target(data) }),
  },
});

/** Changes where a push goes and what it tells; what waits already goes out too. A new address is tried at once. */
export const editPush = defineAction({
  permission: 'activity_push.edit',
  input: editPushInput,
  scope,
  run: async ({ pushId, ...fields }, { environment }) => {
    await findPush(environment, pushId);
    await checkPush(environment, fields, pushId);
    await change(environment, pushId, { ...fields, ...tryAgain });
  },
  audit: {
    target,
    details: ({ name, url, format, types, outcome, staff }) => ({ name, url, format, types, outcome, staff }),
  },
});

/** Delivers nothing until it is resumed. What happens meanwhile waits, for as many days as the backlog holds. */
export const pausePush = defineAction({
  permission: 'activity_push.pause',
  input: pushInput,
  scope,
  run: async ({ pushId }, { environment, principal }) => {
    const { pausedAt } = await findPush(environment, pushId);
    if (pausedAt) throw new AppError('conflict', 'It is paused already.');
    await change(environment, pushId, { pausedAt: new Date(), pausedByEmail: principal.email });
  },
  audit: { target, details: () => ({}) },
});

/** Delivers again, beginning with what waits; one that fails is tried at once. */
export const resumePush = defineAction({
  permission: 'activity_push.resume',
  input: pushInput,
  scope,
  run: async ({ pushId }, { environment }) => {
    const { pausedAt, nextTryAt } = await findPush(environment, pushId);
    if (!pausedAt && !nextTryAt) throw new AppError('conflict', 'It delivers already.');
    await change(environment, pushId, { pausedAt: null, pausedByEmail: null, ...tryAgain });
  },
  audit: { target, details: () => ({}) },
});

/** Makes a new signing secret; for a day both sign. */
export const rotatePushSecret = defineAction({
  permission: 'activity_push.rotate_secret',
  input: pushInput,
  scope,
  run: async ({ pushId }, { environment }) => {
    await findPush(environment, pushId);
    const { secretVersion } = await db().activityPush.update({
      where: { id: pushId },
      data: { secretVersion: { increment: 1 }, rotatedAt: new Date() },
    });
    return { pushId, secret: signingSecret(pushId, secretVersion) };
  },
  audit: { target, details: () => ({}) },
});

/** Sends one line that says it is a test, past the backlog. @throws AppError unavailable with what the receiver did */
export const testPush = defineAction({
  permission: 'activity_push.test',
  input: pushInput,
  scope,
  run: async ({ pushId }, { environment }) => {
    const push = await findPush(environment, pushId);
    const sent = await sendLines(push, [testLine(push.format as PushFormat, push.name)]);
    if (!sent.ok) throw new AppError('unavailable', `The test was not taken. ${sent.sentence}`);
    return { status: sent.status };
  },
  audit: { target, details: () => ({}), result: ({ status }) => ({ details: { status } }) },
});

/** Ends a push for good. What waits for it is dropped. */
export const deletePush = defineAction({
  permission: 'activity_push.delete',
  input: deletePushInput,
  scope,
  run: async ({ pushId, confirmName }, { environment }) => {
    const { name } = await findPush(environment, pushId);
    if (confirmName.trim() !== name) {
      const fieldErrors = { confirmName: 'This is not its name.' };
      throw new AppError('invalid', 'The name does not fit.', { fieldErrors });
    }
    await db().$transaction([
      db().activityPush.deleteMany({ where: { id: pushId, environment } }),
      db().activityPushItem.deleteMany({ where: { pushId } }),
    ]);
  },
  audit: { target, details: () => ({}) },
});

async function change(
  environment: string,
  id: string,
  data: NonNullable<Parameters<ReturnType<typeof db>['activityPush']['updateMany']>[0]>['data'],
): Promise<void> {
  const { count } = await db().activityPush.updateMany({ where: { id, environment }, data });
  if (count === 0) throw gonePush();
}
