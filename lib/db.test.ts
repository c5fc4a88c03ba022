import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db';
import { withTestDatabase } from '@/tests/setup/database';

withTestDatabase();

const entry = {
  environment: 'production',
  kind: 'notice',
  actorEmail: 'a@example.com',
  actorRole: 'admin',
  action: 'x',
};

describe('db', () => {
  it('gives the same client every time', () => {
    expect(db()).toBe(db());
  });

  it('reads and writes times as they are, whatever zone the database is set to', async () => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    const { rows } = await client.query('SELECT current_database() AS name');
    await client.query(`ALTER DATABASE ${rows[0].name} SET timezone TO 'Asia/Tokyo'`);
    await client.end();

    const at = new Date('2026-03-01T10:00:00.123Z');
    const written = await db().staffLog.create({ data: { ...entry, at } });
    const [stored] = await db().$queryRaw<{ at: Date; seconds: number; now: Date }[]>`
      SELECT at, extract(epoch FROM at)::float8 AS seconds, now() AS now FROM staff_log WHERE id = ${written.id}`;

    expect(stored?.at).toEqual(at);
    expect(stored?.seconds).toBe(at.getTime() / 1000);
    expect(Math.abs((stored?.now.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
  });

  it('leaves the values of a failed statement out of its message', async () => {
    const submissionId = randomUUID();
    const data = { ...entry, submissionId, reason: 'words-that-must-not-leak' };
    await db().staffLog.create({ data });
    await expect(db().staffLog.create({ data })).rejects.toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('words-that-must-not-leak') }),
    );
  });
});

describe('the staff log', () => {
  it.each([
    ['UPDATE', `UPDATE staff_log SET action = 'changed'`],
    ['DELETE', 'DELETE FROM staff_log'],
    ['UPDATE', 'UPDATE staff_log SET action = action WHERE false'],
    [
      'UPDATE',
      `INSERT INTO staff_log SELECT * FROM staff_log ON CONFLICT (id) DO UPDATE SET action = 'changed'`,
    ],
    ['TRUNCATE', 'TRUNCATE staff_log'],
  ])('refuses %s: %s', async (operation, statement) => {
    const before = await db().staffLog.create({ data: { ...entry, action: 'kept' } });
    await expect(db().$executeRawUnsafe(statement)).rejects.toThrow(`append-only: ${operation} is refused`);
    expect(await db().staffLog.findUnique({ where: { id: before.id } })).toEqual(before);
  });

  it('refuses in a session that skips ordinary triggers', async () => {
    const attempt = db().$transaction([
      db().$executeRaw`SET LOCAL session_replication_role = replica`,
      db().$executeRaw`DELETE FROM staff_log`,
    ]);
    await expect(attempt).rejects.toThrow('append-only');
  });
});
