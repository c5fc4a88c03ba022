import { Notice } from '@/components/ui/notice';
import type { SentCertificate } from '@/lib/features/certificate-rotation/schema';
import { outcomeWords } from './words';

/** What happened to a certificate that was sent. */
export function SentNotice({ sent }: { sent: SentCertificate }) {
  const { tone, title, detail } = outcomeWords(sent);
  return (
    <Notice live tone={tone} title={title}>
      <p>{detail}</p>
      <p className="mt-1 font-mono text-xs wrap-anywhere">{sent.fingerprint}</p>
    </Notice>
  );
}
