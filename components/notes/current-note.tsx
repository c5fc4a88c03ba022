'use client';

import { useLiveQuery } from '@/components/live/live-query';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import type { NoteRow } from '@/lib/features/notes/schema';

type Props = {
  environment: string;
  organizationId: string;
  noteId: string;
  /** Saves what stands in the form over this version. */
  onSaveOver: (version: number) => void;
};

/** The note as somebody has changed it meanwhile, to compare, to take from, and to write over knowingly. */
export function CurrentNote({ environment, organizationId, noteId, onSaveOver }: Props) {
  const { data, isPending } = useLiveQuery<NoteRow>(
    'notes.current',
    environment,
    { organizationId, noteId },
    { staleTime: 0 },
  );
  if (isPending) return <p className="text-quiet">Reading the note as it is now…</p>;
  if (!data) return <p>The note as it is now could not be read. It may have been deleted: copy your text.</p>;
  return (
    <section aria-label="The note as it is now" className="rounded border border-line px-3 py-2">
      <p className="font-medium">The note as it is now</p>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
        className="mt-1 max-h-40 overflow-y-auto font-sans whitespace-pre-wrap wrap-anywhere"
      >
        {data.text}
      </pre>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" onClick={() => onSaveOver(data.version)}>
          Save mine over it
        </Button>
        <CopyButton labelled text={data.text} what="the note as it is now" />
      </div>
    </section>
  );
}
