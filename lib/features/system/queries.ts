import 'server-only';
import { env } from '@/lib/env';
import { defineQuery } from '@/lib/server/define-query';
import { checkReadiness } from '@/lib/server/readiness';
import { settle } from '@/lib/server/settle';
import manifest from '@/package.json';
import { readBudgetHours } from './budget-hours';
import { measureStore } from './measure-store';
import { readMigrations, readPostgresVersion, readQueue } from './read-state';
import { type BudgetHour, type KeptGroup, noInput, type SystemState } from './schema';

/** Version, health and queue of this console. A part that cannot be read leaves the others. */
export const getSystemState = defineQuery({
  permission: 'system.read',
  input: noInput,
  scope: () => ({ kind: 'environment' }),
  load: async (): Promise<SystemState> => {
    const [ready, postgres, migrations, queue] = await Promise.all([
      checkReadiness(),
      settle(readPostgresVersion()),
      settle(readMigrations()),
      settle(readQueue()),
    ]);
    const { JOB_WORKER, SMTP_URL, MAIL_FROM } = env();
    return {
      version: manifest.version,
      node: process.version,
      startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString(),
      health: [
        { name: 'Postgres', works: ready.postgres === 'ok' },
        ...Object.entries(ready.environments).map(([name, state]) => ({
          name: `Credentials of ${name}`,
          works: state === 'ok',
        })),
      ],
      postgres: postgres.ok ? postgres.data : null,
      migrations: migrations.ok ? migrations.data : null,
      worker: JOB_WORKER,
      queue: queue.ok ? queue.data : null,
      mailFrom: (SMTP_URL && MAIL_FROM) ?? null,
    };
  },
});

/** What our store keeps, since when, and how much room it takes. Source: Postgres's catalogue and the tables. */
export const listKept = defineQuery({
  permission: 'system.read',
  input: noInput,
  scope: () => ({ kind: 'environment' }),
  load: (): Promise<KeptGroup[]> => measureStore(),
});

/** How much of this environment's API budget each hour of the last week took. Source: Keydesk's own count. */
export const listBudgetHours = defineQuery({
  permission: 'system.read',
  input: noInput,
  scope: () => ({ kind: 'environment' }),
  load: (_input, { environment }): Promise<BudgetHour[]> => readBudgetHours(environment),
});
