import { describe, expect, it } from 'vitest';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, itFailsInWords, logOf, write } from '@/tests/setup/write';
import {
  createDirectory,
  deleteDirectory,
  disableDirectory,
  enableDirectory,
  renameDirectory,
} from './actions';
import { getDirectory } from './queries';
import { newDirectory } from './test-directory';

withTestDatabase();
const emulator = withEmulator();

type Of = { organizationId: string; directoryId: string };

const read = (of: Of) => runQuery(getDirectory.definition, 'production', testPrincipal(), of);

async function disabled() {
  const of = await newDirectory();
  await write(disableDirectory, of);
  return of;
}

describe('createDirectory', () => {
  const input = async () => {
    const { organizationId } = await newDirectory();
    return { organizationId, type: 'POLL' as const, provider: 'GOOGLE' as const };
  };

  it('makes one that is enabled and has no secret', async () => {
    const somebody = testPrincipal();
    const { organizationId, ...choice } = await input();
    const { directoryId } = await write(createDirectory, { organizationId, ...choice }, somebody);
    expect(await read({ organizationId, directoryId })).toMatchObject({
      type: 'POLL',
      provider: 'Google Workspace',
      enabled: true,
      secrets: [],
    });
    expect(await logOf(somebody)).toMatchObject([
      { kind: 'intent', details: choice },
      { kind: 'outcome', outcome: 'ok', targetId: directoryId },
    ]);
  });

  it.each([
    ['type', { type: 'PUSH' }],
    ['provider', { provider: 'NOBODY' }],
  ])('refuses an unknown %s beside the field', async (field, part) => {
    const error = await failureOf(write(createDirectory, { ...(await input()), ...part } as never));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual([field]);
  });

  itFailsInWords({ action: createDirectory, emulator, operation: 'directories.createDirectory', input });
});

describe('renameDirectory', () => {
  const input = async () => ({ ...(await newDirectory()), name: 'People of Heronsgate' });

  it.each([true, false])('leaves it as it is otherwise: enabled %s', async (enabled) => {
    const of = enabled ? await newDirectory() : await disabled();
    await write(renameDirectory, { ...of, name: ' People ' });
    expect(await read(of)).toMatchObject({ name: 'People', enabled });
  });

  it('wants a name of 256 characters at most', async () => {
    const error = await failureOf(write(renameDirectory, { ...(await input()), name: 'x'.repeat(257) }));
    expect(Object.keys(error.fieldErrors ?? {})).toEqual(['name']);
  });

  itFailsInWords({ action: renameDirectory, emulator, operation: 'directories.updateDirectory', input });
});

describe('enableDirectory and disableDirectory', () => {
  it('switch it, and show a refusal that comes as 200 as a refusal', async () => {
    const of = await disabled();
    expect((await read(of)).enabled).toBe(false);
    expect((await failureOf(write(disableDirectory, of))).message).toContain('already disabled');
    await write(enableDirectory, of);
    const somebody = testPrincipal();
    const error = await failureOf(write(enableDirectory, of, somebody));
    expect(error).toMatchObject({ code: 'conflict' });
    expect(error.message).toContain('already enabled');
    expect(await logOf(somebody)).toMatchObject([{ kind: 'intent' }, { kind: 'outcome', outcome: 'failed' }]);
  });

  itFailsInWords({
    action: enableDirectory,
    emulator,
    operation: 'directories.enableDirectory',
    input: disabled,
  });
  itFailsInWords({
    action: disableDirectory,
    emulator,
    operation: 'directories.disableDirectory',
    input: newDirectory,
  });
});

describe('deleteDirectory', () => {
  const lead = { role: 'lead', authTime: new Date() } as const;
  const input = async () => ({
    ...(await disabled()),
    confirmName: 'Okta',
    reason: 'The customer moved away',
  });

  it('deletes what is disabled, with a reason', async () => {
    const one = await input();
    await write(deleteDirectory, one, testPrincipal(lead));
    expect((await failureOf(read(one))).code).toBe('not_found');
  });

  it('says that it must be disabled before', async () => {
    const one = { ...(await newDirectory()), confirmName: 'Okta', reason: 'Moved away' };
    const error = await failureOf(write(deleteDirectory, one, testPrincipal(lead)));
    expect(error).toMatchObject({ code: 'conflict' });
    expect(error.message).toContain('disable the directory');
  });

  it('wants the name as it is, a reason, and a fresh sign-in', async () => {
    const one = await input();
    const typed = await failureOf(
      write(deleteDirectory, { ...one, confirmName: 'okta' }, testPrincipal(lead)),
    );
    expect(typed.fieldErrors?.confirmName).toContain('Okta');
    const silent = await failureOf(write(deleteDirectory, { ...one, reason: '' }, testPrincipal(lead)));
    expect(Object.keys(silent.fieldErrors ?? {})).toEqual(['reason']);
    const stale = testPrincipal({ ...lead, authTime: new Date(Date.now() - 3_600_000) });
    expect(await failureOf(write(deleteDirectory, one, stale))).toMatchObject({ stepUp: true });
  });

  itFailsInWords({
    action: deleteDirectory,
    emulator,
    operation: 'directories.deleteDirectory',
    input,
    principal: lead,
  });
});
