import type { DomainCheck } from '@/lib/features/domains/schema';

type Finding = { tone: 'success' | 'warning'; title: string; advice: string };

const again = 'A change can take an hour to arrive everywhere.';

const findings: Record<DomainCheck['outcome'], Finding> = {
  published: {
    tone: 'success',
    title: 'The record is there',
    advice: 'It will be found by itself. To have it looked for at once, press “Verify now”.',
  },
  other_records: {
    tone: 'warning',
    title: 'There are TXT records, but not this one',
    advice: `Add the value above as a record of its own, beside the others. ${again}`,
  },
  no_records: {
    tone: 'warning',
    title: 'There is no TXT record yet',
    advice: `Publish it for the domain itself, not for a subdomain. ${again}`,
  },
  no_name: {
    tone: 'warning',
    title: 'The DNS does not know this domain',
    advice: 'Check the spelling, and whether the domain is registered.',
  },
  timeout: {
    tone: 'warning',
    title: 'The name servers did not answer in time',
    advice: 'Check again in a minute.',
  },
  refused: {
    tone: 'warning',
    title: 'The name servers gave no usable answer',
    advice: 'Check again in a minute. If it stays so, ask whoever runs your DNS.',
  },
};

/** What a look-up means for the person who publishes the record. */
export function findingOf({ outcome }: DomainCheck): Finding {
  return findings[outcome];
}
