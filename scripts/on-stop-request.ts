const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Calls back once when this process is to stop: Ctrl-C, a signal, or the end of the npm that started it, which
 * dies of a SIGTERM without passing it on. A second Ctrl-C, a second later or more, ends the process at once.
 */
export function onStopRequest(stop: (signal: (typeof SIGNALS)[number]) => void): void {
  let askedAt: number | undefined;
  const ask = (signal: (typeof SIGNALS)[number]) => {
    if (askedAt === undefined) {
      askedAt = Date.now();
      stop(signal);
      // npm may pass a Ctrl-C on that has arrived already.
    } else if (Date.now() - askedAt > 1_000) process.exit(130);
  };
  for (const signal of SIGNALS) process.on(signal, ask);
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (askedAt === undefined && process.ppid !== parent) ask('SIGTERM');
  }, 500).unref();
}
