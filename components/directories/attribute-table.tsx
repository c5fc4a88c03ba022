import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { KeyValueRow } from '@/lib/key-values';

/** Which attribute of the directory becomes which of the user. */
export function AttributeTable({ attributes }: { attributes: KeyValueRow[] }) {
  return (
    <Table label="Attributes">
      <TableHead>
        <Th>Of the directory</Th>
        <Th>Of the user</Th>
      </TableHead>
      <tbody>
        {attributes.map(({ key, value }) => (
          <Tr key={key}>
            <Td className="font-mono text-xs">{key}</Td>
            <Td className="font-mono text-xs">{value}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
