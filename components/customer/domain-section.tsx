import { ErrorPanel } from '@/components/ui/error-panel';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import { Status } from '@/components/ui/status';
import { customerPaths } from '@/lib/customer-paths';
import type { Result } from '@/lib/errors';
import type { OwnDomains } from '@/lib/features/domains/schema';
import { DomainCard } from './domain-card';

const title = 'Domains';

/** The domains of the customer: those that are proved by name, those that are not with what to publish. */
export function DomainSection({ domains }: { domains: Result<OwnDomains> }) {
  if (!domains.ok)
    return (
      <Section title={title}>
        <ErrorPanel
          title="The domains could not be read."
          error={domains.error}
          retryHref={customerPaths.setUp}
        />
      </Section>
    );
  const { proved, unproved, more } = domains.data;
  return (
    <Section
      title={title}
      description="People whose addresses are at one of these are led to your identity provider. A TXT record in your DNS proves that a domain is yours."
    >
      {proved.length + unproved.length === 0 ? (
        <p className="text-quiet">There is none yet. Add yours in the setup portal.</p>
      ) : null}
      {unproved.map((domain) =>
        domain.status === 'failed' ? (
          <div key={domain.id} className="py-3">
            <Notice tone="warning" title={`${domain.domain} was not proved in time`}>
              Ask the person who sent you the link to take it away, then add it again in the setup portal.
            </Notice>
          </div>
        ) : (
          <DomainCard key={domain.id} domain={domain} />
        ),
      )}
      {proved.length > 0 ? (
        <ul aria-label="Proved domains" className="flex flex-col gap-1.5 py-3">
          {proved.map((name) => (
            <li key={name} className="flex flex-wrap items-center gap-x-4 gap-y-0.5">
              <span className="min-w-0 wrap-anywhere">{name}</span>
              <Status tone="success">Proved</Status>
            </li>
          ))}
        </ul>
      ) : null}
      {more ? <p className="text-table text-quiet">There are more; these are the first 50.</p> : null}
    </Section>
  );
}
