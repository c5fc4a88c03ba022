import Link from 'next/link';
import { DialogLink } from '@/components/ui/dialog-link';
import { Section } from '@/components/ui/section';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { AssignedDomain } from '@/lib/features/connections/schema';
import { paths } from '@/lib/paths';
import { AssignDomainsDialog } from './dialogs';
import type { RoutedConnection } from './routed-connection';

/** The domains of a connection, and what each does for sign-in now. */
export function DomainSection({ mayChange, ...connection }: RoutedConnection & { mayChange: boolean }) {
  const { domains, enabled, environment, organizationId } = connection;
  const action = mayChange ? (
    <DialogLink dialog="domains" variant="secondary">
      Change domains
    </DialogLink>
  ) : null;
  return (
    <Section
      title="Domains"
      description={
        <>
          Which addresses lead here. Whether a domain is verified is settled on{' '}
          <Link href={paths.domains(environment, organizationId)} prefetch={false} className="text-link">
            the customer’s domains
          </Link>
          .
        </>
      }
      action={action}
    >
      {domains.length === 0 ? (
        <p className="measure text-quiet">
          No domain is given to this connection. People reach it where your application names the connection
          or the organization. Whether Scalekit also leads the customer’s other domains here is not published.
        </p>
      ) : (
        <Table label="Domains of the connection">
          <TableHead>
            <Th>Domain</Th>
            <Th>Sign-in now</Th>
          </TableHead>
          <tbody>
            {domains.map((one) => {
              const { label, tone } = meaning(one, enabled);
              return (
                <Tr key={one.id}>
                  <Td className="max-w-64 truncate font-medium" title={one.name}>
                    {one.name}
                  </Td>
                  <Td>
                    <Status tone={tone}>{label}</Status>
                  </Td>
                </Tr>
              );
            })}
          </tbody>
        </Table>
      )}
      {mayChange ? <AssignDomainsDialog {...connection} /> : null}
    </Section>
  );
}

function meaning({ state }: AssignedDomain, enabled: boolean) {
  if (state === 'unknown') return { tone: 'neutral', label: 'Verification not told' } as const;
  if (state === 'failed') return { tone: 'danger', label: 'Not proved: leads nobody' } as const;
  if (state === 'pending') return { tone: 'warning', label: 'Not verified: leads nobody yet' } as const;
  return enabled
    ? ({ tone: 'success', label: 'Leads here' } as const)
    : ({ tone: 'warning', label: 'Leads nobody: disabled' } as const);
}
