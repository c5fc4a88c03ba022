import Link from 'next/link';
import { ErrorPanel } from '@/components/ui/error-panel';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowLink } from '@/components/ui/row-link';
import { Section } from '@/components/ui/section';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { Result } from '@/lib/errors';
import type { FailedOf } from '@/lib/features/desk/schema';
import { isolate } from '@/lib/isolate';
import { paths, withSearch } from '@/lib/paths';

type Props = { environment: string; organizationId: string; failed: Result<FailedOf> };

/** The last failed sign-ins of a customer, each with its page; the doctor says why. */
export function FailedSignIns({ environment, organizationId, failed }: Props) {
  return (
    <Section
      title="Last failed sign-ins"
      description={
        failed.ok ? (
          <>
            Login log read <RelativeTime time={failed.data.readAt} missing="not yet" />.
          </>
        ) : null
      }
      action={
        <Link
          prefetch={false}
          className="text-table text-link"
          href={withSearch(paths.doctor(environment), { organization: organizationId })}
        >
          Login doctor
        </Link>
      }
    >
      {!failed.ok ? (
        <ErrorPanel
          title="The failed sign-ins could not be read."
          error={failed.error}
          retryHref={paths.organization(environment, organizationId)}
        />
      ) : failed.data.rows.length === 0 ? (
        <p className="text-quiet">No failed sign-in of this customer is known.</p>
      ) : (
        <Table label="Last failed sign-ins">
          <TableHead>
            <Th>When</Th>
            <Th>Who</Th>
            <Th>Connection</Th>
            <Th>
              <span className="sr-only">Why</span>
            </Th>
          </TableHead>
          <tbody>
            {failed.data.rows.map(({ id, at, email, connectionId }) => (
              <Tr key={id}>
                <Td>
                  <RowLink href={paths.activityEntry(environment, 'login', id)}>
                    <RelativeTime time={at} />
                  </RowLink>
                </Td>
                <Td className="wrap-anywhere">{email ?? 'not known'}</Td>
                <Td quiet className="font-mono text-xs">
                  {connectionId ?? ''}
                </Td>
                <Td className="text-right">
                  {email ? (
                    <Link
                      prefetch={false}
                      className="text-link"
                      href={withSearch(paths.doctor(environment), {
                        ...{ organization: organizationId, connection: connectionId, sign_in: id },
                      })}
                      aria-label={`Why did the sign-in of ${isolate(email)} fail?`}
                    >
                      Why
                    </Link>
                  ) : null}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}
