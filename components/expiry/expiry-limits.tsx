import { shownAfterDays } from '@/lib/features/expiry/schema';

/** What runs out and does not stand in the queue, because nobody tells its date. */
export function ExpiryLimits() {
  return (
    <details className="mt-6 text-table">
      <summary className="w-fit cursor-pointer rounded-sm text-quiet hover:text-text">
        What the queue cannot know
      </summary>
      <ul className="measure mt-2 flex list-disc flex-col gap-1 pl-5 text-quiet">
        <li>
          The client secret of an OIDC connection has its date at the identity provider alone. Scalekit does
          not know it.
        </li>
        <li>
          Connected accounts renew themselves, and Scalekit tells no date before that fails. An account counts
          once it has run out. Accounts of no customer show on their own page.
        </li>
        <li>
          API keys, SCIM secrets and client secrets that were made without a date never run out. Secrets of
          the environment’s own applications stand on their pages.
        </li>
        <li>
          Invitations are known from the walk of the search index over all users, and from members that
          somebody looked at.
        </li>
        <li>Of a customer with more than 300 API keys or API clients the first 300 are read.</li>
        <li>
          What ran out stands here for {shownAfterDays} days. A certificate stays until another one of its
          connection is valid. Links that ran out are left out: they are made anew when they are wanted.
        </li>
      </ul>
    </details>
  );
}
