'use client';

import { lazy, Suspense, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { FormField } from '@/components/forms/form-field';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/input';

// The Markdown library is heavy: only who asks for a preview loads it.
const NoteText = lazy(() => import('./note-text').then((module) => ({ default: module.NoteText })));

/** The text of a note and, on demand, what it will look like. */
export function NoteFields() {
  const { watch } = useFormContext<{ text: string }>();
  const [preview, setPreview] = useState(false);
  return (
    <>
      <FormField
        name="text"
        label="Note"
        help="Markdown. Seen by staff alone, kept in clear: no passwords, keys or portal links."
      >
        {(control) => <Textarea rows={8} autoFocus className="min-h-40 max-h-80" {...control} />}
      </FormField>
      <Button
        size="small"
        className="self-start"
        aria-expanded={preview}
        onClick={() => setPreview(!preview)}
      >
        {preview ? 'Hide preview' : 'Show preview'}
      </Button>
      {preview ? (
        <section
          aria-label="Preview"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
          tabIndex={0}
          className="max-h-80 overflow-y-auto rounded border border-line px-3 py-2"
        >
          <Suspense fallback={<p className="text-quiet">Loading the preview…</p>}>
            <NoteText text={watch('text')} />
          </Suspense>
        </section>
      ) : null}
    </>
  );
}
