import type { Tone } from '@/components/ui/tone';
import type { DomainCheck, VerificationStatus } from '@/lib/features/domains/schema';

export const statusWords: Record<VerificationStatus, { tone: Tone; label: string }> = {
  pending: { tone: 'warning', label: 'Waits for its record' },
  verified: { tone: 'success', label: 'Verified by DNS' },
  auto_verified: { tone: 'success', label: 'Verified by us' },
  failed: { tone: 'danger', label: 'Not proved in time' },
  other: { tone: 'neutral', label: 'Other' },
};

type Finding = { tone: 'info' | 'success' | 'warning' | 'danger'; title: string; advice: string };

/** What a look-up means for the person on the phone, and who has to do something. */
export function explainCheck({ outcome, asked, expected }: DomainCheck): Finding {
  if (expected === null && outcome === 'other_records') {
    return {
      tone: 'info',
      title: `${asked} has TXT records`,
      advice: 'Scalekit names no record for this domain: there is nothing to publish.',
    };
  }
  return findings[outcome];
}

const findings: Record<DomainCheck['outcome'], Finding> = {
  published: {
    tone: 'success',
    title: 'The record is published',
    advice: 'Scalekit can find it too. Have it look now with “Verify”.',
  },
  other_records: {
    tone: 'warning',
    title: 'There are TXT records, but not this one',
    advice:
      'The customer adds the value below as a record of its own, beside the others. Spaces or quotes count.',
  },
  no_records: {
    tone: 'warning',
    title: 'The domain has no TXT record',
    advice:
      'The customer has not published it, or published it under another name. A change takes up to an hour.',
  },
  no_name: {
    tone: 'danger',
    title: 'The DNS does not know this domain',
    advice: 'The customer checks the spelling and whether the domain is registered.',
  },
  timeout: {
    tone: 'warning',
    title: 'No answer in time',
    advice: 'The domain’s name servers, or ours, did not answer. Ask again in a minute.',
  },
  refused: {
    tone: 'warning',
    title: 'The name servers gave no usable answer',
    advice: 'The customer asks whoever runs their DNS. Ask again in a minute.',
  },
};
