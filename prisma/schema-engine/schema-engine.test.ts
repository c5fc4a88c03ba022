import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

const run = promisify(execFile);
let project: string;

/** A copy of what Prisma works with, so that `migrate dev` writes there and not here. */
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'keydesk-prisma-'));
  await cp('prisma', join(project, 'prisma'), { recursive: true });
  for (const file of ['prisma.config.ts', 'package.json']) await cp(file, join(project, file));
  await symlink(resolve('node_modules'), join(project, 'node_modules'));
});

afterAll(() => rm(project, { recursive: true, force: true }));

function databaseUrl(name: string): string {
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs the CLI without the engine's download host: what it needs must be here. */
async function prisma(database: string, ...flags: string[]): Promise<string> {
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl(database),
    PRISMA_ENGINES_MIRROR: 'http://127.0.0.1:9',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    FORCE_COLOR: '0',
  };
  const cli = resolve('node_modules/prisma/build/index.js');
  const child = run(process.execPath, [cli, ...flags], { cwd: project, env }).catch((error) => error);
  const { stdout, stderr } = await child;
  return `${stdout}\n${stderr}`;
}

describe('the schema engine', { timeout: 60_000 }, () => {
  it('creates the database, deploys the migrations and finds nothing left to do', async () => {
    expect(await prisma('engine_deploy', 'migrate', 'status')).toContain('P1003');
    expect(await prisma('engine_deploy', 'migrate', 'deploy')).toContain('successfully applied');
    expect(await prisma('engine_deploy', 'migrate', 'status')).toContain('Database schema is up to date');
    const target = ['--to-schema', 'prisma/schema.prisma', '--exit-code'];
    expect(await prisma('engine_deploy', 'migrate', 'diff', '--from-config-datasource', ...target)).toContain(
      'No difference detected',
    );
  });

  it('has a migration for everything in the schema', async () => {
    const output = await prisma(
      'engine_deploy',
      ...['migrate', 'diff', '--from-migrations', 'prisma/migrations'],
      ...['--to-schema', 'prisma/schema.prisma', '--exit-code'],
    );
    expect(output).toContain('No difference detected');
  });

  it('writes and applies a migration for a changed schema, over a shadow database that is gone afterwards', async () => {
    const schema = join(project, 'prisma/schema.prisma');
    const before = await readFile(schema, 'utf8');
    await writeFile(schema, `${before}\nmodel Extra {\n  id String @id\n}\n`);
    expect(await prisma('engine_dev', 'migrate', 'dev', '--name', 'extra')).toContain('now in sync');
    const listing = await prisma('engine_dev', 'migrate', 'status');
    const folders = (await readdir('prisma/migrations', { withFileTypes: true })).filter((e) =>
      e.isDirectory(),
    );
    expect(listing).toContain(`${folders.length + 1} migrations found`);
    await writeFile(schema, before);
    const databases = await query(
      'engine_dev',
      "SELECT 1 FROM pg_database WHERE datname LIKE 'prisma_migrate%'",
    );
    expect(databases).toEqual([]);
  });

  it('runs a script with functions whole, and passes on what Postgres says of a bad one', async () => {
    const folder = join(project, 'prisma/migrations/20990101000000_bad');
    await mkdir(folder);
    await writeFile(
      join(folder, 'migration.sql'),
      'DO $$ BEGIN PERFORM 1; PERFORM nothing_like_it(); END $$;',
    );
    const output = await prisma('engine_bad', 'migrate', 'deploy');
    await rm(folder, { recursive: true });
    expect(output).toContain('function nothing_like_it() does not exist');
    expect(output).toContain('20990101000000_bad');
  });

  it('names the server that does not answer', async () => {
    const url = { DATABASE_URL: 'postgresql://keydesk@127.0.0.1:9/keydesk' };
    const cli = resolve('node_modules/prisma/build/index.js');
    const attempt = run(process.execPath, [cli, 'migrate', 'deploy'], {
      cwd: project,
      env: { ...process.env, ...url },
    });
    await expect(attempt).rejects.toThrow("P1001: Can't reach database server at `127.0.0.1:9`");
  });
});

async function query(database: string, statement: string): Promise<unknown[]> {
  const { Client } = (await import('pg')).default;
  const client = new Client({ connectionString: databaseUrl(database) });
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  return rows;
}
