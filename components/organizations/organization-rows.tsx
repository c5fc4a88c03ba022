'use client';

import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowId } from '@/components/ui/row-id';
import { RowLink } from '@/components/ui/row-link';
import { Td, Tr } from '@/components/ui/table';
import type { OrganizationRow } from '@/lib/features/organizations/schema';

type Row = Omit<OrganizationRow, 'features'> & { features: string[] };

type Props = {
  /** The list's own address; a row's follows from its id. */
  path: string;
  /** `features` as words. */
  rows: Row[];
};

/**
 * The rows of the organization list. A client component, so that they travel as data: rendered on the server only,
 * every element of every row would be written twice more, for the browser's React and by the server's own.
 */
export function OrganizationRows({ path, rows }: Props) {
  return (
    <tbody>
      {rows.map((row) => (
        <Tr key={row.id}>
          <Td className="max-w-80 truncate">
            <RowLink href={`${path}/${row.id}`}>{row.displayName}</RowLink>
          </Td>
          <Td className="max-w-48 truncate font-mono text-xs">{row.externalId ?? none}</Td>
          <Td>{row.region}</Td>
          <Td>
            {row.features.length === 0 ? none : row.features.map((word) => <Badge key={word}>{word}</Badge>)}
          </Td>
          <Td quiet>
            <RelativeTime time={row.createdAt} />
          </Td>
          <Td quiet>
            <RowId id={row.id} what={`id of ${row.displayName}`} />
          </Td>
        </Tr>
      ))}
    </tbody>
  );
}

const none = <span className="text-quiet">–</span>;
