import type { SentCertificate } from '@/lib/features/certificate-rotation/schema';
import { formatQuantity } from '@/lib/format';

type Words = { tone: 'success' | 'warning'; title: string; detail: string };

/** What came of an upload, as far as it is known. */
export function outcomeWords({ outcome, now }: SentCertificate): Words {
  const there = formatQuantity(now ?? 0, 'certificate is', 'certificates are');
  if (outcome === 'added') {
    return {
      tone: 'success',
      title: 'It was added',
      detail: `${there} there now: the earlier ones stayed. The provider may sign with any of them.`,
    };
  }
  if (outcome === 'replaced') {
    return {
      tone: 'success',
      title: 'It took the place of an earlier one',
      detail: `${there} there now. What is gone is kept below, to put back.`,
    };
  }
  if (outcome === 'not_there') {
    return {
      tone: 'warning',
      title: 'Scalekit took it, and does not list it',
      detail: `${there} there now, and it is not among them. Load this page again in a minute.`,
    };
  }
  return {
    tone: 'warning',
    title: 'It was sent and taken; what is there now could not be read',
    detail: 'Load this page again to see it.',
  };
}
