import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import type { AlarmRow } from '@/lib/features/directory-alarms/schema';
import { formatCount, formatQuantity } from '@/lib/format';
import { paths, withSearch } from '@/lib/paths';
import { AcknowledgeAlarm } from './acknowledge-alarm';

type Props = { environment: string; alarms: AlarmRow[]; mayAcknowledge: boolean };

/** A directory that lost many users at once: what happened, where to look, and that somebody has seen it. */
export function AlarmNotices({ environment, alarms, mayAcknowledge }: Props) {
  if (alarms.length === 0) return null;
  return (
    <div className="mb-6 flex flex-col gap-3">
      {alarms.map((alarm) => (
        <Notice
          key={alarm.id}
          tone="danger"
          title={`${formatQuantity(alarm.deleted, 'user')} deleted from a directory of ${alarm.organizationName}`}
        >
          <p>
            Within ten minutes, {alarm.usersBefore ? `of ${formatCount(alarm.usersBefore)}, ` : ''}the last{' '}
            <RelativeTime time={alarm.lastAt} />. If the customer did not mean to, their identity provider
            lost an assignment: nothing at Scalekit brings the users back but it.
          </p>
          <p className="mt-2 flex flex-wrap items-center gap-3">
            <Link
              prefetch={false}
              className="text-link"
              href={
                alarm.directoryId
                  ? paths.directory(environment, alarm.organizationId, alarm.directoryId)
                  : paths.directories(environment, alarm.organizationId)
              }
            >
              Directory
            </Link>
            <Link
              prefetch={false}
              className="text-link"
              href={withSearch(paths.activity(environment), {
                view: 'all',
                organization: alarm.organizationId,
                type: 'organization.directory.user_deleted',
              })}
            >
              The deletions
            </Link>
            {mayAcknowledge ? (
              <AcknowledgeAlarm
                environment={environment}
                organizationId={alarm.organizationId}
                alarmId={alarm.id}
                name={alarm.organizationName}
              />
            ) : null}
          </p>
        </Notice>
      ))}
    </div>
  );
}
