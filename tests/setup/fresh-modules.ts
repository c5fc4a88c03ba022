import { vi } from 'vitest';

/*
 * For test files that share a process, as starting one and loading its packages takes longer than most files do: each
 * begins with the settings of the start, with modules of its own, and with nothing on the global object.
 */
const holder = globalThis as { firstSettings?: NodeJS.ProcessEnv } & Record<string, unknown>;

holder.firstSettings ??= { ...process.env };
for (const name of Object.keys(process.env)) if (!(name in holder.firstSettings)) delete process.env[name];
Object.assign(process.env, holder.firstSettings);
for (const name of Object.keys(holder)) if (name.startsWith('keydesk')) delete holder[name];
vi.resetModules();
