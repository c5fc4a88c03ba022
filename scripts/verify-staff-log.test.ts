import { execFile } from 'node:child_process';
import { expect, it } from 'vitest';
import { readHeads } from '@/lib/audit/chain/heads';
import { recordNotice } from '@/lib/audit/staff-log';
import { db } from '@/lib/db';
import { withTestDatabase } from '@/tests/setup/database';

withTestDatabase();

/** `npm run audit:verify -- …`, without npm. */
function verify(...heads: string[]): Promise<{ code: number; out: string }> {
  const flags = ['--conditions=react-server', '--import', 'tsx', 'scripts/verify-staff-log.ts'];
  const given = heads.flatMap((head) => ['--head', head]);
  return new Promise((resolve) => {
    execFile(process.execPath, [...flags, ...given], (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, out: stdout + stderr }),
    );
  });
}

/** What somebody with the database's password could do. */
async function behindKeydesk(table: 'staff_log' | 'staff_log_seal', statement: string): Promise<void> {
  await db().$executeRawUnsafe(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
  await db().$executeRawUnsafe(statement);
  await db().$executeRawUnsafe(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${table}_append_only`);
}

it('npm run audit:verify ends with 1 for a row that was changed and for an end that was cut, in any environment', async () => {
  for (const environment of ['production', 'development'])
    for (const action of ['a.b', 'a.c'])
      await recordNotice({ environment, actor: 'system', action, target: { type: 'x' } });
  const heads = (await readHeads()).map(({ environment, seq, mac }) => `${environment}:${seq}:${mac}`);
  expect(heads).toHaveLength(2);

  const right = await verify(...heads);
  expect(right.out).toContain('production: 3 seals, all right.');
  expect(right.out).toContain('development: 3 seals, all right.');
  for (const head of heads) expect(right.out).toContain(`Head: ${head}`);
  expect(right.code).toBe(0);

  const ofDevelopment = `environment = 'development'`;
  await behindKeydesk('staff_log_seal', `DELETE FROM staff_log_seal WHERE ${ofDevelopment} AND seq = 2`);
  await behindKeydesk('staff_log', `DELETE FROM staff_log WHERE ${ofDevelopment} AND action = 'a.c'`);
  const cut = await verify(...heads);
  expect(cut.out, 'the chain itself cannot tell').toContain('development: 2 seals, all right.');
  expect(cut.out).toContain('development: head 2 is not in the chain');
  expect(cut.out).toContain('production: head 2 is part of the chain');
  expect(cut.code).toBe(1);

  await behindKeydesk('staff_log', `UPDATE staff_log SET actor_email = 'x' WHERE environment = 'production'`);
  const tampered = await verify();
  expect(tampered.out).toContain('production: WRONG.');
  expect(tampered.out, 'the others are looked at all the same').toContain('development: 2 seals, all right.');
  expect(tampered.code).toBe(1);
}, 60_000);
