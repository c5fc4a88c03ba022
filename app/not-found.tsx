import type { Metadata } from 'next';
import { LinkButton } from '@/components/ui/link-button';

export const metadata: Metadata = { title: 'Not found' };

/** For addresses outside of any environment. */
export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-120 flex-col items-start justify-center gap-3 px-5">
      <h1 className="text-xl">There is no page at this address</h1>
      <p className="text-quiet">
        The link may be cut off, or it names an environment that this console does not serve.
      </p>
      <LinkButton href="/">Go to Keydesk</LinkButton>
    </main>
  );
}
