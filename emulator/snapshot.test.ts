import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator } from './start';
import { TestEmulator } from './test-client';

let folder: string;
let snapshotFile: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emulator-'));
  snapshotFile = join(folder, 'snapshot.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a snapshot file', () => {
  it('brings everything back: content, credentials, keys, clock', async () => {
    const first = await TestEmulator.start({ snapshotFile, scenario: 'demo', environmentName: 'staging' });
    const { id } = await first.organization({ display_name: 'Remembered' });
    const { token } = await first.apiKey(id);
    first.emulator.clock.shift(3_600_000);
    const { clientId, clientSecret, staff, url } = first.emulator;
    await first.stop();

    // The same port, as issuers have: the access token of before still counts.
    const port = Number(new URL(url).port);
    const second = await TestEmulator.start({ snapshotFile, port });
    expect(second.emulator).toMatchObject({
      clientId,
      clientSecret,
      staff,
      environment: { name: 'staging' },
    });
    expect(second.emulator.clock.shiftMs()).toBe(3_600_000);
    second.token = first.token;
    const { json } = await second.call('GET', `/organizations/${id}`);
    expect(json.organization.display_name).toBe('Remembered');
    expect((await second.call('POST', '/tokens:validate', { token })).status).toBe(200);
    await second.stop();
  });

  it('is written soon after a change, for its owner alone, and leaves no draft', async () => {
    const test = await TestEmulator.start({ snapshotFile });
    await test.organization({ display_name: 'Soon' });
    await sleep(600);
    expect(readFileSync(snapshotFile, 'utf8')).toContain('Soon');
    expect(statSync(snapshotFile).mode & 0o777).toBe(0o600);
    await test.stop();
    expect(existsSync(`${snapshotFile}.${process.pid}.tmp`)).toBe(false);
  });

  it('gives way to credentials that are said', async () => {
    await (await startEmulator({ snapshotFile })).stop();
    const emulator = await startEmulator({ snapshotFile, clientId: 'skc_said', clientSecret: 'said' });
    expect(emulator).toMatchObject({ clientId: 'skc_said', clientSecret: 'said' });
    await emulator.stop();
  });

  it.each(['{', '{"version":2}', 'null'])('is refused when it holds %s', async (content) => {
    writeFileSync(snapshotFile, content);
    await expect(startEmulator({ snapshotFile })).rejects.toThrow(/snapshot .* cannot be used/);
  });
});
