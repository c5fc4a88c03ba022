import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { LiveTimes } from '@/components/ui/live-times';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import { TabLinks } from '@/components/ui/tab-links';
import { customerPaths } from '@/lib/customer-paths';
import type { OwnLink } from '@/lib/features/portal-links/schema';

const tabs = [
  { href: customerPaths.setUp, label: 'Set-up' },
  { href: customerPaths.members, label: 'Members' },
  { href: customerPaths.apiKeys, label: 'API keys' },
];

/** The window around the pages of a customer's administrator: whose page it is, until when, and the way out. */
export function CustomerFrame({ link, children }: { link: OwnLink; children: ReactNode }) {
  return (
    <div data-person={link.linkId} className="mx-auto min-h-dvh max-w-200 px-4 pb-16 md:px-8">
      <a href="#main" className="skip-link">
        Skip to content
      </a>
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 py-6">
        <div className="min-w-0">
          <h1 className="text-xl wrap-anywhere">
            <bdi>{link.organizationName}</bdi>
          </h1>
          <p className="mt-0.5 text-table wrap-anywhere text-quiet">
            Opened by {link.recipientEmail}. Closes <RelativeTime time={link.visitEndsAt} />.
          </p>
        </div>
        <form method="post" action={customerPaths.signOut}>
          <Button type="submit">Sign out</Button>
        </form>
      </header>
      <TabLinks label="Your page" tabs={tabs} />
      <main id="main" tabIndex={-1} className="pt-6 outline-none">
        {link.paused ? (
          <div className="mb-6">
            <Notice tone="warning" title="Changes are paused for the moment">
              Those who look after the sign-in service have stopped them for now. Everything here can be read,
              and a key can still be revoked.
            </Notice>
          </div>
        ) : null}
        {children}
      </main>
      <LiveTimes />
    </div>
  );
}
