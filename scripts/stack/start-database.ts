import { join } from 'node:path';
import { startPostgres } from '../postgres/start-postgres';
import { migrateDatabase } from './migrate-database';
import type { Supervisor } from './supervisor';

/**
 * Starts the embedded Postgres of a stack and migrates its database.
 * @returns the connection string
 */
export async function startDatabase(
  dataFolder: string,
  supervisor: Supervisor,
  onStep: (words: string) => void,
): Promise<string> {
  const server = await startPostgres({ folder: join(dataFolder, 'postgres') });
  const exited = server.exited.then(() => `its log is ${join(server.folder, 'server.log')}`);
  supervisor.add({ name: 'Postgres', stop: server.stop, exited });
  const databaseUrl = server.url('keydesk');
  const applied = await migrateDatabase(databaseUrl);
  const news = applied > 0 ? `, ${applied} migrations applied` : '';
  onStep(`Postgres runs on port ${server.port}, its data in ${server.folder}${news}`);
  return databaseUrl;
}
