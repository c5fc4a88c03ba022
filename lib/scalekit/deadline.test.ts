import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { isTimeout, waitUnlessAborted, withDeadline } from './deadline';

const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    if (signal.aborted) reject(signal.reason);
  });

describe('withDeadline', () => {
  it('hands on what the work brings in time', async () => {
    expect(await withDeadline(1_000, undefined, async () => 'done')).toBe('done');
  });

  it('aborts with a time-out', async () => {
    const error = await withDeadline(10, undefined, untilAborted).catch((reason) => reason);
    expect(isTimeout(error)).toBe(true);
  });

  it('aborts with the caller’s own reason, also when it had given up before', async () => {
    const controller = new AbortController();
    const work = withDeadline(1_000, controller.signal, untilAborted);
    controller.abort('changed my mind');
    await expect(work).rejects.toBe('changed my mind');
    await expect(withDeadline(1_000, controller.signal, untilAborted)).rejects.toBe('changed my mind');
  });

  it('fires after a garbage collection, which AbortSignal.any forgets to do on Node 20', async () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const work = withDeadline(100, undefined, untilAborted).catch((reason) => reason);
    const timer = setInterval(collect, 10);
    expect(isTimeout(await work)).toBe(true);
    clearInterval(timer);
  });
});

describe('waitUnlessAborted', () => {
  it('lets go of the shared work without ending it', async () => {
    const controller = new AbortController();
    let finish = (_value: string) => {};
    const shared = new Promise<string>((resolve) => {
      finish = resolve;
    });
    const impatient = waitUnlessAborted(shared, controller.signal);
    controller.abort('enough');
    await expect(impatient).rejects.toBe('enough');
    finish('here');
    expect(await waitUnlessAborted(shared, undefined)).toBe('here');
  });

  it('leaves no failure of the work unhandled when the caller had given up before', async () => {
    const failing = Promise.reject(new Error('later'));
    await expect(waitUnlessAborted(failing, AbortSignal.abort('gone'))).rejects.toBe('gone');
  });
});
