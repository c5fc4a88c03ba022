import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import type { CertificateCheck } from '@/lib/features/connection-setup/schema';

const soonMs = 30 * 86_400_000;

/** Certificates that are not saved yet: whose they are, how long they last, and what is wrong with them. */
export function CertificateList({ certificates }: { certificates: CertificateCheck[] }) {
  return (
    <ul aria-label="Certificates in what was pasted" className="flex flex-col gap-2">
      {certificates.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn anew as a whole
        <li key={index} className="rounded border border-line px-3 py-2">
          <Status tone={toneOf(one)}>{wordOf(one)}</Status>
          {one.problem ? <p className="measure mt-1 text-table">{one.problem}</p> : null}
          {one.fingerprint ? (
            <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 text-table">
              <dt className="text-quiet">Issuer</dt>
              <dd className="min-w-0 wrap-anywhere">{one.issuer}</dd>
              <dt className="text-quiet">Expires</dt>
              <dd>
                <RelativeTime time={one.expiresAt} />
              </dd>
              <dt className="text-quiet">SHA-256</dt>
              <dd className="min-w-0 font-mono text-xs wrap-anywhere">{one.fingerprint}</dd>
            </dl>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

const expiresSoon = ({ expiresAt }: CertificateCheck) =>
  expiresAt !== null && Date.parse(expiresAt) - Date.now() < soonMs;

function toneOf(one: CertificateCheck) {
  if (one.problem) return 'danger';
  return expiresSoon(one) ? 'warning' : 'success';
}

function wordOf(one: CertificateCheck): string {
  if (one.problem) return one.fingerprint ? 'Expired' : 'Cannot be read';
  return expiresSoon(one) ? 'Expires soon' : 'Valid';
}
