import { DialogLink } from '@/components/ui/dialog-link';
import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { KeptCertificate } from '@/lib/features/certificate-rotation/schema';

type Props = { kept: KeptCertificate[]; mayPutBack: boolean };

/** What was there before a rotation, with the way to put it back. */
export function KeptCertificates({ kept, mayPutBack }: Props) {
  return (
    <Table label="Kept certificates">
      <TableHead>
        <Th>Subject</Th>
        <Th>At Scalekit</Th>
        <Th>Expires</Th>
        <Th>Kept</Th>
        <Th>SHA-256 fingerprint</Th>
        <Th>
          <span className="sr-only">Actions</span>
        </Th>
      </TableHead>
      <tbody>
        {kept.map((one) => (
          <Tr key={one.id}>
            <Td className="max-w-64 truncate" title={one.subject}>
              {one.subject || one.issuer}
            </Td>
            <Td>
              {one.isThere ? (
                <Status tone="success">Still there</Status>
              ) : (
                <Status tone="neutral">Not there</Status>
              )}
            </Td>
            <Td>
              <RelativeTime time={one.expiresAt} />
            </Td>
            <Td quiet className="whitespace-nowrap">
              <RelativeTime time={one.keptAt} /> by {one.keptByEmail}
              {one.replacedAt ? null : '; whether the other was taken is not known'}
            </Td>
            <Td className="max-w-60 truncate font-mono text-xs" title={one.fingerprint ?? undefined}>
              {one.fingerprint}
            </Td>
            <Td>
              {mayPutBack && !one.isThere ? (
                <DialogLink dialog={`put-back:${one.id}`} variant="secondary" size="small">
                  Put back
                </DialogLink>
              ) : null}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
