import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { Certificate } from '@/lib/features/connections/schema';

const soonMs = 30 * 86_400_000;

/** The certificates that the identity provider signs with, the one that runs out first on top. */
export function CertificateTable({ certificates }: { certificates: Certificate[] }) {
  const sorted = certificates.toSorted((a, b) => (a.expiresAt ?? '').localeCompare(b.expiresAt ?? ''));
  return (
    <Table label="Certificates">
      <TableHead>
        <Th>Issuer</Th>
        <Th>State</Th>
        <Th>Expires</Th>
        <Th>SHA-256 fingerprint</Th>
      </TableHead>
      <tbody>
        {sorted.map((certificate) => (
          <Tr key={certificate.id}>
            <Td className="max-w-64 truncate" title={certificate.subject}>
              {certificate.issuer}
            </Td>
            <Td>
              <State expiresAt={certificate.expiresAt} />
            </Td>
            <Td>
              <RelativeTime time={certificate.expiresAt} />
            </Td>
            <Td className="max-w-96 truncate font-mono text-xs" title={certificate.fingerprint ?? undefined}>
              {certificate.fingerprint ?? 'cannot be read'}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function State({ expiresAt }: Pick<Certificate, 'expiresAt'>) {
  if (expiresAt === null) return <Status tone="neutral">Unknown</Status>;
  const left = Date.parse(expiresAt) - Date.now();
  if (left < 0) return <Status tone="danger">Expired</Status>;
  return left < soonMs ? <Status tone="warning">Expires soon</Status> : <Status tone="success">Valid</Status>;
}
