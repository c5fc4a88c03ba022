import type { ReactNode } from 'react';

/** The frame of signing in and out: one narrow column, nothing to look at but the matter at hand. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-96 flex-col justify-center gap-6 px-5 py-12">
      <p className="font-semibold text-lg">Keydesk</p>
      {children}
    </main>
  );
}
