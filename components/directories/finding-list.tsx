import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { Finding } from './check-directory';

/** What to look at, in order, when people do not arrive. */
export function FindingList({ findings }: { findings: Finding[] }) {
  return (
    <Table label="What to look at">
      <TableHead>
        <Th>What</Th>
        <Th>State</Th>
        <Th>What it means</Th>
      </TableHead>
      <tbody>
        {findings.map(({ subject, tone, state, advice }) => (
          <Tr key={subject}>
            <Td className="font-medium">{subject}</Td>
            <Td>
              <Status tone={tone}>{state}</Status>
            </Td>
            <Td className="min-w-72 whitespace-normal">{advice}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
