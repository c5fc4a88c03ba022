import { Button } from '@/components/ui/button';
import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import type { Candidate, Comparison, SigningCertificate } from '@/lib/features/certificate-rotation/schema';
import { formatExactTime } from '@/lib/format';

type Props = { comparison: Comparison; onTake: (pem: string) => void };

/** Each pasted certificate beside the present one, and in words what differs. */
export function ComparisonList({ comparison: { candidates, against }, onTake }: Props) {
  return (
    <ul aria-label="Comparison with what is there" className="flex flex-col gap-3">
      {candidates.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn anew as a whole
        <li key={index} className="flex flex-col gap-2 rounded border border-line px-3 py-2.5">
          <ul className="flex flex-col gap-1">
            {one.findings.map((finding) => (
              <li key={finding.sentence} className="flex items-start gap-2">
                <Status tone={finding.tone}>
                  {finding.tone === 'success' ? 'Fits' : wordOf(finding.tone)}
                </Status>
                <span className="measure min-w-0">{finding.sentence}</span>
              </li>
            ))}
          </ul>
          <SideBySide candidate={one} against={against} />
          {candidates.length > 1 && one.usable ? (
            <Button size="small" className="self-start" onClick={() => onTake(one.pem)}>
              Take this one
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

const wordOf = (tone: 'danger' | 'warning') => (tone === 'danger' ? 'Not sent' : 'Look twice');

function SideBySide({ candidate, against }: { candidate: Candidate; against: SigningCertificate | null }) {
  const { certificate: given } = candidate;
  if (!given) return null;
  const rows: [string, (one: SigningCertificate) => React.ReactNode][] = [
    [
      'SHA-256',
      ({ fingerprint }) => <code className="font-mono text-xs">{fingerprint ?? 'cannot be read'}</code>,
    ],
    ['Expires', ({ expiresAt }) => <Time at={expiresAt} />],
    ['Valid from', ({ validFrom }) => <Time at={validFrom} />],
    ['Subject', ({ subject }) => subject || 'cannot be read'],
    ['Issuer', ({ issuer }) => issuer],
  ];
  return (
    <table aria-label="Present and new certificate" className="w-full table-fixed text-left text-table">
      <thead>
        <tr>
          <td className="w-20" />
          <th scope="col" className="py-1 pr-4 font-medium text-quiet">
            Present
          </th>
          <th scope="col" className="py-1 font-medium text-quiet">
            New
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, show]) => (
          <tr key={label} className="align-top">
            <th scope="row" className="py-1 pr-4 font-normal whitespace-nowrap text-quiet">
              {label}
            </th>
            <td className="py-1 pr-4 wrap-anywhere">{against ? show(against) : 'none'}</td>
            <td className="py-1 wrap-anywhere">{show(given)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Time({ at }: { at: string | null }) {
  if (!at) return <RelativeTime time={null} />;
  return (
    <>
      {formatExactTime(at).split(',')[0]} (<RelativeTime time={at} />)
    </>
  );
}
