import { ScriptError } from '../script-error';

/** Something that runs until it is stopped; ending by itself is a failure. */
export type Part = {
  name: string;
  stop: () => Promise<void>;
  /** How it ended, in words, whenever it does. */
  exited: Promise<string>;
};

/** Keeps the parts of a stack together: one that dies ends all, and they stop in reverse order. */
export function createSupervisor() {
  const parts: Part[] = [];
  let stopping: Promise<void> | undefined;
  let fail: (error: ScriptError) => void = () => {};
  const failure = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  // It is awaited only once everything runs; until then a rejection must not end the process.
  failure.catch(() => {});

  async function stopAll(): Promise<void> {
    for (const part of parts.toReversed()) await part.stop();
  }

  return {
    /** Rejects with a sentence naming the first part that ends by itself. */
    failure,
    add(part: Part): void {
      parts.push(part);
      if (stopping) void part.stop();
      void part.exited.then((how) => {
        if (!stopping) fail(new ScriptError(`${part.name} ended unexpectedly: ${how}`));
      });
    },
    stop(): Promise<void> {
      stopping ??= stopAll();
      return stopping;
    },
  };
}

export type Supervisor = ReturnType<typeof createSupervisor>;
