import { Code } from 'lucide-react';
import { AsCodeDialog } from '@/components/code-snippets/dialogs';
import { DialogLink } from '@/components/ui/dialog-link';
import { readSnippetOperations } from '@/lib/features/api-explorer/queries';

type Props = {
  environment: string;
  /** The operations behind the page, each with what the page knows of its input, in the names of the wire. */
  calls: { operation: string; input?: Record<string, unknown> }[];
};

/** A line at the foot of a page: what it shows, as calls in several languages. Place it once, outside of lists. */
export async function AsCode({ environment, calls }: Props) {
  const names = calls.map(({ operation }) => operation);
  const { base, operations } = await readSnippetOperations(environment, { operations: names });
  const snippets = operations.map(({ summary, ...of }, index) => ({
    ...of,
    base,
    title: summary,
    input: filled(calls[index]?.input ?? {}),
  }));
  return (
    <p className="mt-8 text-table">
      <DialogLink dialog="code" className="text-link inline-flex items-center gap-1.5">
        <Code aria-hidden="true" size={14} />
        As code
      </DialogLink>
      <AsCodeDialog snippets={snippets} />
    </p>
  );
}

// What the page does not know is left out, and the snippet names it.
function filled(input: Record<string, unknown>): Record<string, unknown> {
  const text = JSON.stringify(input, (_name, value) => (value === '' || value === null ? undefined : value));
  return JSON.parse(text);
}
