import Link from 'next/link';
import type { ReactNode } from 'react';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';

export type PermissionLine = {
  name: string;
  description: string | null;
  /** Undefined where it is the role's own; else the role that brings it, null when that is not known. */
  from?: { name: string; href: string } | null;
};

type Props = {
  lines: PermissionLine[];
  /** Where a permission has a page of its own. */
  hrefOf?: (permission: string) => string;
  /** What may be done with one, in the last cell. */
  actOn?: (line: PermissionLine) => ReactNode;
};

/** Everything that somebody with the role may do, and which role brings it. */
export function PermissionTable({ lines, hrefOf, actOn }: Props) {
  if (lines.length === 0) return <p className="text-quiet">This role brings no permission.</p>;
  return (
    <Table label="Permissions">
      <TableHead>
        <Th>Permission</Th>
        <Th>From</Th>
        <Th>Description</Th>
        {actOn ? (
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        ) : null}
      </TableHead>
      <tbody>
        {lines.map((line) => (
          <Tr key={line.name}>
            <Td className="max-w-72 font-mono text-xs wrap-anywhere">
              {hrefOf ? (
                <Link href={hrefOf(line.name)} prefetch={false} className="text-link">
                  {line.name}
                </Link>
              ) : (
                line.name
              )}
            </Td>
            <Td className="max-w-48 truncate">
              <Origin from={line.from} />
            </Td>
            <Td quiet className="max-w-72 truncate">
              {line.description || '–'}
            </Td>
            {actOn ? <Td className="text-right">{actOn(line)}</Td> : null}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Origin({ from }: Pick<PermissionLine, 'from'>) {
  if (from === undefined) return 'This role';
  if (from === null) return 'a role that is not known here';
  return (
    <Link href={from.href} className="text-link">
      {from.name}
    </Link>
  );
}
