import Link from 'next/link';
import { stepHref } from '@/components/onboarding/step-href';
import { whoWords } from '@/components/onboarding/words';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowLink } from '@/components/ui/row-link';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { UnfinishedOnboarding } from '@/lib/features/onboarding/schema';
import { paths } from '@/lib/paths';

/** Customers on their way, each with the step that waits and who takes it. */
export function UnfinishedList({ environment, rows }: { environment: string; rows: UnfinishedOnboarding[] }) {
  if (rows.length === 0)
    return <p className="text-quiet">No set-up that has begun waits for anybody, as far as is known.</p>;
  return (
    <Table label="Onboarding customers">
      <TableHead>
        <Th>Customer</Th>
        <Th>Next step</Th>
        <Th>Who</Th>
        <Th>Done</Th>
        <Th>Last moved</Th>
      </TableHead>
      <tbody>
        {rows.map(({ organizationId, name, step, done, needed, movedAt }) => (
          <Tr key={organizationId}>
            <Td className="max-w-56 truncate max-md:max-w-32" title={name}>
              <RowLink href={paths.organization(environment, organizationId)}>{name}</RowLink>
            </Td>
            <Td className="max-md:min-w-40 max-md:whitespace-normal!">
              <Link prefetch={false} className="text-link" href={stepHref(environment, organizationId, step)}>
                {step.act}
              </Link>
            </Td>
            <Td>{step.who ? whoWords[step.who] : ''}</Td>
            <Td quiet className="whitespace-nowrap">
              {done} of {needed}
            </Td>
            <Td quiet>
              <RelativeTime time={movedAt} missing="not seen" />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
