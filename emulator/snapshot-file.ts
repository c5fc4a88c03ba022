import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** Everything worth keeping between two runs. It holds secrets: the file is for its owner alone. */
export const snapshotSchema = z.object({
  version: z.literal(1),
  environment: z.object({ id: z.string(), name: z.string() }),
  credentials: z.object({
    clientId: z.string(),
    clientSecret: z.string(),
    staffClientId: z.string(),
    staffClientSecret: z.string(),
  }),
  shiftMs: z.number(),
  tables: z.unknown(),
  /** What a scenario made and was deleted since. */
  gone: z.unknown().optional(),
  oauth: z.unknown(),
});

export type Snapshot = z.output<typeof snapshotSchema>;

/** Thrown with a sentence when a snapshot file cannot be used. */
export class SnapshotError extends Error {}

/** @returns null when there is no such file. @throws SnapshotError when it is not a snapshot or not readable */
export function readSnapshot(file: string): Snapshot | null {
  try {
    return snapshotSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new SnapshotError(`The snapshot ${file} cannot be used: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** Writes beside the file and renames, so that a crash leaves the old snapshot whole. */
export function writeSnapshot(file: string, snapshot: Snapshot): void {
  const draft = `${file}.${process.pid}.tmp`;
  const descriptor = openSync(draft, 'w', 0o600);
  try {
    writeFileSync(descriptor, JSON.stringify(snapshot));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(draft, file);
}

/** Saves some time after the last change, and at once when flushed. */
export function createSaver(save: () => void, delayMs = 300) {
  let timer: NodeJS.Timeout | undefined;
  return {
    changed() {
      timer ??= setTimeout(() => {
        timer = undefined;
        save();
      }, delayMs);
    },
    flush() {
      clearTimeout(timer);
      timer = undefined;
      save();
    },
  };
}
