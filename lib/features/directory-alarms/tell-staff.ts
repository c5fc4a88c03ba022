import 'server-only';
import { db } from '@/lib/db';
import { env } from '@/lib/env';
import { formatCount, formatExactTime, formatQuantity } from '@/lib/format';
import type { DirectoryAlarm, Staff } from '@/lib/generated/prisma/client';
import { logger } from '@/lib/logger';
import { isMailConfigured, sendMail } from '@/lib/mail';
import { paths } from '@/lib/paths';
import { nameOrganizations } from './names';

const mailsAtOnce = 4;
const told = ['lead', 'admin'];

/** Mails leads and admins that an alarm was raised, where this console can send mail. Once, and never throws. */
export async function tellStaff(alarmId: string): Promise<void> {
  if (!isMailConfigured()) return;
  try {
    // Of two processes one gets it, and it alone tells.
    const { count } = await db().directoryAlarm.updateMany({
      where: { id: alarmId, mailedAt: null, acknowledgedAt: null },
      data: { mailedAt: new Date() },
    });
    if (count === 0) return;
    const alarm = await db().directoryAlarm.findUnique({ where: { id: alarmId } });
    if (!alarm) return;
    const [name, people] = await Promise.all([nameOf(alarm), whoIsTold(alarm)]);
    for (let start = 0; start < people.length; start += mailsAtOnce) {
      await Promise.all(people.slice(start, start + mailsAtOnce).map((person) => tell(person, alarm, name)));
    }
  } catch (err) {
    logger.warn({ err, alarmId }, 'Nobody was told of an alarm by mail');
  }
}

async function nameOf({ environment, organizationId }: DirectoryAlarm): Promise<string> {
  return (await nameOrganizations(environment, [organizationId])).get(organizationId) ?? organizationId;
}

/** Whoever may use the console, decides about customers, and may see this one. */
async function whoIsTold({ environment, organizationId }: DirectoryAlarm): Promise<Staff[]> {
  const mayReach = [{ allCustomers: true }, { customers: { some: { environment, organizationId } } }];
  return db().staff.findMany({
    where: {
      disabledAt: null,
      AND: [{ OR: [{ role: { in: told } }, { role: null, effectiveRole: { in: told } }] }, { OR: mayReach }],
    },
  });
}

async function tell({ name, email }: Staff, alarm: DirectoryAlarm, customer: string): Promise<void> {
  const { environment, deleted, usersBefore, firstAt, lastAt } = alarm;
  const of = usersBefore ? ` of ${formatCount(usersBefore)}` : '';
  try {
    await sendMail({
      to: { name, address: email },
      subject: `${formatQuantity(deleted, 'user')} deleted from a directory of ${customer}`,
      parts: [
        `${formatQuantity(deleted, 'user')}${of} were deleted from a directory of ${customer} (${environment}) between ${formatExactTime(firstAt)} and ${formatExactTime(lastAt)}. There may be more since.`,
        'If the customer did not mean to, their identity provider lost an assignment. The alarm stays on the desk until somebody acknowledges it.',
        { href: `${env().NEXTAUTH_URL}${paths.desk(environment)}`, label: 'The desk' },
      ],
    });
  } catch (err) {
    logger.warn({ err, alarmId: alarm.id }, 'The mail about an alarm did not go out');
  }
}
