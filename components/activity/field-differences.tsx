import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import { differenceOf } from '@/lib/activity/difference';

type Props = { before: unknown; after: unknown; label: string };

/** What was and what is, field by field. */
export function FieldDifferences({ before, after, label }: Props) {
  const fields = differenceOf(before, after);
  if (fields.length === 0) return <p className="text-quiet">No field that is kept differs.</p>;
  return (
    <Table label={label}>
      <TableHead>
        <Th>Field</Th>
        <Th>Before</Th>
        <Th>After</Th>
      </TableHead>
      <tbody>
        {fields.map((one) => (
          <Tr key={one.field}>
            <Td className="font-mono text-xs">{one.field}</Td>
            <Td className="whitespace-pre-wrap wrap-anywhere">
              <Value text={one.before} />
            </Td>
            <Td className="whitespace-pre-wrap wrap-anywhere">
              <Value text={one.after} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Value({ text }: { text: string | undefined }) {
  if (text === undefined) return <span className="text-quiet">not there</span>;
  return text === '' ? <span className="text-quiet">empty</span> : <bdi>{text}</bdi>;
}
