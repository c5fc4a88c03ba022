import 'server-only';
import type { TxtAnswer } from '@/lib/dns';
import type { domainsPb } from '@/lib/scalekit/services';
import { toDomainRow } from './rows';
import type { DomainCheck } from './schema';

/** What the DNS said, held against the record that proves the domain. */
export function judgeRecord(domain: domainsPb.Domain, answer: TxtAnswer): DomainCheck {
  const expected = toDomainRow(domain).record?.value ?? null;
  const found = answer.kind === 'records' ? answer.values : [];
  return {
    asked: domain.domain,
    expected,
    outcome: outcomeOf(answer, expected),
    found,
    at: new Date().toISOString(),
  };
}

function outcomeOf(answer: TxtAnswer, expected: string | null): DomainCheck['outcome'] {
  if (answer.kind === 'unanswered') return answer.reason;
  if (answer.kind !== 'records') return answer.kind;
  return expected !== null && answer.values.includes(expected) ? 'published' : 'other_records';
}
