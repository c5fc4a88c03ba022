import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import { addDirectorySecret, disableDirectory, replaceDirectorySecrets, syncDirectory } from './actions';
import { getDirectory } from './queries';
import { newDirectory, newPusher } from './test-directory';

withTestDatabase();
const emulator = withEmulator();

type Of = { organizationId: string; directoryId: string };

const read = (of: Of) => runQuery(getDirectory.definition, 'production', testPrincipal(), of);

describe('secrets', () => {
  it('are added beside those in use, or replace all of them, and are kept nowhere', async () => {
    const somebody = testPrincipal();
    const of = await newDirectory();
    const pusher = await newPusher(of);
    const added = await write(addDirectorySecret, of, somebody);
    expect((await pusher.user('ada')).status).toBe(201);
    expect((await pusher.user('ben', added.value)).status).toBe(201);
    const replaced = await write(replaceDirectorySecrets, of, somebody);
    expect((await pusher.user('cy', added.value)).status).toBe(401);
    expect((await pusher.user('cy', replaced.value)).status).toBe(201);
    const directory = await read(of);
    expect(directory.secrets).toMatchObject([
      { isActive: false, suffix: pusher.secret.slice(-4) },
      { isActive: false, id: added.secretId },
      { isActive: true, id: replaced.secretId, suffix: replaced.value.slice(-4) },
    ]);
    expect(await logOf(somebody)).toMatchObject([
      { action: 'directory.add_secret', kind: 'intent' },
      { kind: 'outcome', details: { secretId: added.secretId } },
      { action: 'directory.replace_secrets', kind: 'intent' },
      { kind: 'outcome', details: { secretId: replaced.secretId } },
    ]);
    const kept = JSON.stringify([directory, await db().staffLog.findMany()], (_key, one) =>
      typeof one === 'bigint' ? `${one}` : one,
    );
    for (const { value } of [added, replaced]) expect(kept).not.toContain(value);
  });

  it.each([addDirectorySecret, replaceDirectorySecrets])(
    'do not reach into another organization',
    async (action) => {
      const [mine, other] = await Promise.all([newDirectory(), newDirectory()]);
      const error = await failureOf(write(action, { ...mine, directoryId: other.directoryId }));
      expect(error.code).toBe('not_found');
    },
  );

  itFailsInWords({
    action: addDirectorySecret,
    emulator,
    operation: 'directories.createDirectorySecret',
    input: newDirectory,
  });
  itFailsInWords({
    action: replaceDirectorySecrets,
    emulator,
    operation: 'directories.regenerateDirectorySecret',
    input: newDirectory,
  });
});

describe('syncDirectory', () => {
  it('is sent once, though it is a GET, and refused while the directory is disabled', async () => {
    const of = await newDirectory();
    await write(syncDirectory, of);
    expect((await read(of)).lastSyncedAt).not.toBeNull();
    await write(disableDirectory, of);
    const error = await failureOf(write(syncDirectory, of));
    expect(error.message).toContain('disabled');
  });

  itFailsInWords({
    action: syncDirectory,
    emulator,
    operation: 'directories.triggerDirectorySync',
    input: newDirectory,
  });
});
