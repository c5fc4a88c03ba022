import { randomUUID } from 'node:crypto';
import type { Environment } from '../environment';
import { hashSecret } from '../hash-secret';
import { sendMail } from '../mail/send-mail';
import type { OrganizationRow } from '../organizations/rows';
import type { MembershipRow, UserRow } from './rows';

/** Mails an invitation with a link that accepts it. A link that was mailed before no longer works. */
export function inviteByMail(
  environment: Environment,
  organization: OrganizationRow,
  user: UserRow,
  { expiresAt, id: membershipId, inviterEmail }: MembershipRow,
): void {
  const { clock, newId, store, url } = environment;
  for (const { id } of store.inviteLinks.findBy('membershipId', membershipId)) store.inviteLinks.delete(id);
  const secret = randomUUID();
  store.inviteLinks.put({
    id: newId('inv'),
    createdAt: clock.now(),
    membershipId,
    secretHash: hashSecret(secret),
  });
  const until =
    expiresAt === undefined ? '' : `\n\nIt can be accepted until ${new Date(expiresAt).toUTCString()}.`;
  sendMail(environment, {
    to: user.email,
    subject: `You are invited to ${organization.displayName}`,
    text: `${inviterEmail ?? 'Somebody'} invites you to ${organization.displayName}.

Accept the invitation: ${url()}/invitations/${secret}${until}`,
  });
}
