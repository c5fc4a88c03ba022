'use client';

import './globals.css';
import { Button } from '@/components/ui/button';
import { errorReference } from '@/components/ui/error-reference';
import { Notice } from '@/components/ui/notice';

/** When even the frame cannot be drawn. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <title>Keydesk could not be shown</title>
      <body>
        <main className="mx-auto flex min-h-dvh max-w-160 flex-col justify-center px-5">
          <Notice tone="danger" title="Keydesk could not be shown." requestId={errorReference(error)}>
            <p>
              The server met an error that it did not expect. Your last change may or may not have happened.
            </p>
            <Button className="mt-3" onClick={retry}>
              Try again
            </Button>
          </Notice>
        </main>
      </body>
    </html>
  );
}
