import type { JsonValue } from '@bufbuild/protobuf';

/** One request as it came, and what became of it. `request` and `path` hold no secret. */
export type JournalEntry = {
  /** ISO 8601, by the emulator's clock. */
  at: string;
  transport: 'rest' | 'grpc' | 'page';
  /** `organizations.getOrganization`, `oauth/token`, `portal`; empty for a route that nothing answers. */
  operation: string;
  verb: string;
  path: string;
  /** The HTTP status, also over gRPC; null while it runs or when the connection was cut. */
  status: number | null;
  traceId: string;
  request: JsonValue;
  clientId: string | null;
  /** The caller's user agent as it was sent: whose call it is. */
  agent: string;
};

export type Journal = {
  /** Adds an entry; the caller fills in the outcome. */
  add: (entry: JournalEntry) => JournalEntry;
  /** Oldest first. `operation` may be a full name, a service or an operation without its service. */
  list: (operation?: string) => JournalEntry[];
  clear: () => void;
};

/** The last `size` requests. */
export function createJournal(size = 1000): Journal {
  let entries: JournalEntry[] = [];
  return {
    add(entry) {
      entries.push(entry);
      // Cut in chunks: shifting an array at every request would cost more than the request.
      if (entries.length >= size * 2) entries = entries.slice(-size);
      return entry;
    },
    list(operation) {
      const kept = entries.slice(-size);
      return operation ? kept.filter((entry) => matchesOperation(entry.operation, operation)) : kept;
    },
    clear() {
      entries = [];
    },
  };
}

/** True when `wanted` names the operation: `*`, `organizations.getOrganization`, `organizations` or `getOrganization`. */
export function matchesOperation(operation: string, wanted: string): boolean {
  if (wanted === '*' || wanted === operation) return true;
  return operation.split('.').includes(wanted);
}
