import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stubClient } from '@/tests/setup/stub-client';
import { json, type StubAnswer, type StubScalekit, startStubScalekit } from '@/tests/setup/stub-scalekit';
import type { ScalekitClient } from './client';

let stub: StubScalekit;
let scalekit: ScalekitClient;

beforeAll(async () => {
  stub = await startStubScalekit();
});
beforeEach(() => {
  scalekit = stubClient(stub);
  stub.requests.length = 0;
});
afterAll(() => stub.stop());

/** An answer that waits for `release`; its name counts the requests. */
function held(): { answer: StubAnswer; release: () => void } {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const answer: StubAnswer = async (response, request) => {
    const name = `answer ${stub.requests.length}`;
    await released;
    json(200, { organization: { id: 'org_1', display_name: name } })(response, request);
  };
  return { answer, release };
}

async function arrived(count: number): Promise<void> {
  await expect.poll(() => stub.requests.length).toBe(count);
}

const read = (signal?: AbortSignal, id = 'org_1') =>
  scalekit.organizations.getOrganization({ identities: { case: 'id', value: id } }, { signal });

describe('identical reads at the same time', () => {
  it('are one call, and each caller gets a message of its own', async () => {
    const { answer, release } = held();
    stub.answer(answer);
    const reads = [read(), read(), read()];
    await arrived(1);
    release();
    const [first, second, third] = await Promise.all(reads);
    expect(third).toEqual(first);
    expect(second).not.toBe(first);
    expect(stub.requests).toHaveLength(1);
  });

  it('are two calls when they differ, or come one after the other', async () => {
    stub.answer(json(200, {}));
    await Promise.all([read(), read(undefined, 'org_2')]);
    await read();
    expect(stub.requests).toHaveLength(3);
  });

  it('fail together', async () => {
    stub.answer(json(404, {}));
    const results = await Promise.allSettled([read(), read()]);
    expect(results).toMatchObject([{ reason: { code: 'not_found' } }, { reason: { code: 'not_found' } }]);
    expect(stub.requests).toHaveLength(1);
  });

  it('outlive the caller that began them', async () => {
    const { answer, release } = held();
    stub.answer(answer);
    const controller = new AbortController();
    const first = read(controller.signal);
    const second = read();
    await arrived(1);
    controller.abort();
    await expect(first).rejects.toThrow('aborted');
    release();
    expect((await second).organization?.id).toBe('org_1');
    expect(stub.requests).toHaveLength(1);
  });

  it('end when all have given up, and a newcomer starts afresh', async () => {
    const { answer, release } = held();
    stub.answer(answer);
    const controller = new AbortController();
    const reads = [read(controller.signal), read(controller.signal)];
    await arrived(1);
    controller.abort();
    await Promise.allSettled(reads);
    const newcomer = read();
    await arrived(2);
    release();
    expect((await newcomer).organization?.displayName).toBe('answer 2');
  });
});

describe('writes', () => {
  it('are never joined', async () => {
    stub.answer(json(201, {}));
    const create = () => scalekit.organizations.createOrganization({ organization: { displayName: 'Acme' } });
    await Promise.all([create(), create()]);
    expect(stub.requests).toHaveLength(2);
  });

  it('part the reads before them from those after', async () => {
    const [first, second] = [held(), held()];
    stub.answer(first.answer, json(200, {}), second.answer);
    const before = read();
    await arrived(1);
    await scalekit.organizations.deleteOrganization({ identities: { case: 'id', value: 'org_1' } });
    const after = read();
    await arrived(3);
    first.release();
    second.release();
    expect((await before).organization?.displayName).toBe('answer 1');
    expect((await after).organization?.displayName).toBe('answer 3');
  });
});
