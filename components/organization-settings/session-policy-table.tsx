import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type {
  ApplicationSessionPolicy,
  EffectiveLimit,
  EffectiveSessionPolicy,
  SessionPolicy,
} from '@/lib/features/organization-settings/schema';
import { formatMinutes } from '@/lib/format';
import { describeApplication, describeEffective, describeOwn } from './words';

type Props = {
  policy: SessionPolicy;
  /** Null when the API did not tell. */
  application: ApplicationSessionPolicy | null;
  effective: EffectiveSessionPolicy;
};

/** What holds, beside the two that it follows from. */
export function SessionPolicyTable({ policy, application, effective }: Props) {
  const token = application?.accessTokenMinutes;
  return (
    <>
      <Table label="Session limits">
        <TableHead>
          <Th>Limit</Th>
          <Th>In effect</Th>
          <Th>Organization</Th>
          <Th>Application</Th>
        </TableHead>
        <tbody>
          <Row
            name="Whole session"
            effective={effective.absolute}
            own={describeOwn(policy, policy.absoluteMinutes)}
            application={describeApplication(application?.absoluteMinutes ?? null)}
          />
          <Row
            name="Without activity"
            effective={effective.idle}
            own={describeOwn(policy, policy.idleMinutes)}
            application={describeApplication(application?.idleMinutes ?? null)}
          />
        </tbody>
      </Table>
      <p className="measure mt-3 text-table text-quiet">
        The stricter limit holds. Inactivity counts as soon as either side limits it.
        {token ? ` An access token lives ${formatMinutes(token)}; the application sets that alone.` : null}
      </p>
    </>
  );
}

type RowProps = { name: string; effective: EffectiveLimit; own: string; application: string };

function Row({ name, effective, own, application }: RowProps) {
  const { value, why } = describeEffective(effective);
  return (
    <Tr>
      <Td>{name}</Td>
      <Td>
        <strong className="font-medium">{value}</strong> <span className="text-quiet">({why})</span>
      </Td>
      <Td>{own}</Td>
      <Td>{application}</Td>
    </Tr>
  );
}
