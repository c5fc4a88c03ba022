import { Dialog } from '@/components/ui/dialog';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import type { SnippetOf } from '@/lib/code-snippets/render-snippet';
import { SnippetView } from './snippet-view';

export type TitledSnippet = SnippetOf & { title: string };

/** What a page shows, as calls that a program can make. */
export default function AsCode({ snippets, onClose }: LazyDialogProps & { snippets: TitledSnippet[] }) {
  return (
    <Dialog
      title="As code"
      description="Credentials are named, never written: set them where the program runs."
      onClose={onClose}
      width="wide"
    >
      <div className="flex flex-col gap-6 px-5 pt-4 pb-5">
        {snippets.map(({ title, ...of }) => (
          <section key={of.operation} aria-label={title}>
            <h3 className="mb-2 font-medium">{title}</h3>
            <SnippetView of={of} />
          </section>
        ))}
      </div>
    </Dialog>
  );
}
