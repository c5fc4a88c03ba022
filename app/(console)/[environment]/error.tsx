'use client';

import { Button } from '@/components/ui/button';
import { ErrorPanel } from '@/components/ui/error-panel';
import { errorReference } from '@/components/ui/error-reference';

const message =
  'The server met an error that it did not expect. It is in the log under this reference; your data was not changed by looking at it.';

/** When a page fails in a way that it did not foresee. What it foresees, it shows itself. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <ErrorPanel
      title="This page could not be shown."
      error={{ message, requestId: errorReference(error) }}
      action={
        <Button size="small" onClick={retry}>
          Try again
        </Button>
      }
    />
  );
}
