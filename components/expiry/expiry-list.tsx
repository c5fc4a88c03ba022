import { Section } from '@/components/ui/section';
import type { Expiring } from '@/lib/features/expiry/schema';
import { formatCount } from '@/lib/format';
import { ExpiringTable } from './expiring-table';

type Props = { environment: string; organizationId: string; rows: Expiring[]; gaps: string[]; now: number };

const shownFirst = 8;

/** What of this organization runs out, and what was not looked at. */
export function ExpiryList({ environment, organizationId, rows, gaps, now }: Props) {
  const of = { environment, organizationId, now };
  const later = rows.slice(shownFirst);
  return (
    <>
      {rows.length === 0 ? (
        <p className="text-quiet">Nothing that was looked at has a date on which it runs out.</p>
      ) : (
        <ExpiringTable {...of} label="What expires" rows={rows.slice(0, shownFirst)} />
      )}
      {later.length > 0 ? (
        <details className="mt-2">
          <summary className="w-fit cursor-pointer rounded-sm text-quiet hover:text-text">
            {formatCount(later.length)} more, later
          </summary>
          <ExpiringTable {...of} label="What expires later" rows={later} />
        </details>
      ) : null}
      {gaps.length > 0 ? (
        <ul aria-label="Not looked at" className="measure mt-2 text-table text-quiet">
          {gaps.map((gap) => (
            <li key={gap}>{gap}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** The frame of the section; its content may come later than the page. */
export function ExpiryFrame({ children }: { children: React.ReactNode }) {
  return (
    <Section
      title="What expires"
      description="SAML certificates, API keys, client and SCIM secrets, portal links and invitations, nearest first."
    >
      {children}
    </Section>
  );
}
