import { AlarmNotices } from '@/components/directory-alarms/alarm-notices';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listAlarms, listAlarmsOf } from '@/lib/features/directory-alarms/queries';
import { settle } from '@/lib/server/settle';

type Props = { environment: string; organizationId?: string };

/** Alarms that nobody has acknowledged: of all customers, or of one. */
export async function Alarms({ environment, organizationId }: Props) {
  const [principal, alarms] = await Promise.all([
    requirePagePrincipal(environment),
    settle(organizationId ? listAlarmsOf(environment, { organizationId }) : listAlarms(environment, {})),
  ]);
  if (!alarms.ok)
    return <p className="mb-6 text-quiet">The alarms could not be read. {alarms.error.message}</p>;
  return (
    <AlarmNotices
      environment={environment}
      alarms={alarms.data}
      mayAcknowledge={can(principal, 'directory.acknowledge_alarm')}
    />
  );
}
