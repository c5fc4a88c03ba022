'use client';

import { Button } from '@/components/ui/button';
import { ErrorPanel } from '@/components/ui/error-panel';
import { errorReference } from '@/components/ui/error-reference';

const message =
  'Something failed on our side. If it happens again, tell the person who sent you the link, with this reference.';

/** When a page fails in a way that it did not foresee. */
export default function CustomerError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-160 flex-col justify-center gap-3 px-5">
      <h1 className="sr-only">Your page</h1>
      <ErrorPanel
        title="This page could not be shown."
        error={{ message, requestId: errorReference(error) }}
        action={
          <Button size="small" onClick={retry}>
            Try again
          </Button>
        }
      />
    </main>
  );
}
