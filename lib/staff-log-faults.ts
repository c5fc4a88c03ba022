/** What is wrong with a chain of the staff log, where. */
export type ChainFaultView = {
  kind: 'altered' | 'removed' | 'inserted' | 'start' | 'checkpoint' | 'unknown-key';
  seq: string | null;
  logId: string | null;
};

/** A fault of the staff log's chain as sentences, for the screen and the terminal alike. */
export function describeChainFault({ kind, seq, logId }: ChainFaultView): string {
  switch (kind) {
    case 'altered':
      return `Entry ${logId} was changed after it was written, or the entry before its seal ${seq} was.`;
    case 'removed':
      return logId
        ? `Entry ${logId} is gone; its seal ${seq} is still there.`
        : `Seal ${seq} and its entry are gone.`;
    case 'inserted':
      return `Entry ${logId} has no seal: Keydesk did not write it.`;
    case 'start':
      return 'The entries from before the chain began are not the ones that it began with.';
    case 'checkpoint':
      return `The checkpoint at seal ${seq}, left when old entries were pruned, is not signed by Keydesk.`;
    case 'unknown-key':
      return `Seal ${seq} was made with a key that this process does not have. Add it to STAFF_LOG_KEY, behind the one in use.`;
  }
}
