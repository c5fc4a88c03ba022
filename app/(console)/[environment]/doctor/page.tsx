import type { Metadata } from 'next';
import { z } from 'zod';
import { Doctor } from '@/components/doctor/doctor';
import { TakeTicket } from '@/components/doctor/take-ticket';
import { TicketField } from '@/components/doctor/ticket-field';
import { Notice } from '@/components/ui/notice';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listFailedOf } from '@/lib/features/desk/failed-of';
import { emailInput, ticketText } from '@/lib/features/doctor/schema';
import { connectionId, organizationId } from '@/lib/scalekit-ids';
import { settle } from '@/lib/server/settle';

export const metadata: Metadata = { title: 'Login doctor' };

const problems: Record<string, string> = {
  ticket:
    'The link’s ticket was not taken: a ticket begins with a letter, a number or #, and has at most 64 characters.',
  email: 'The link’s e-mail address was not taken: it is none. Paste what the customer wrote.',
  environment: 'The link names an environment that this console does not serve. This is the first one.',
};

const searchSchema = z.object({
  email: emailInput.shape.email.optional().catch(undefined),
  ticket: ticketText.optional().catch(undefined),
  organization: organizationId.optional().catch(undefined),
  connection: connectionId.optional().catch(undefined),
  sign_in: z.string().max(100).optional().catch(undefined),
  problem: z
    .string()
    .max(100)
    .transform((text) => text.split(' '))
    .catch([]),
});

/** Why somebody cannot sign in, from whatever the ticket holds. */
export default async function DoctorPage(props: PageProps<'/[environment]/doctor'>) {
  const { environment } = await props.params;
  const search = searchSchema.parse(await props.searchParams);
  const { ticket, problem, organization, connection } = search;
  const [principal, failed] = await Promise.all([
    requirePagePrincipal(environment),
    organization
      ? settle(listFailedOf(environment, { organizationId: organization, connectionId: connection }))
      : null,
  ]);
  const chosen = failed?.ok ? failed.data.rows.find(({ id }) => id === search.sign_in) : undefined;
  const email = search.email ?? chosen?.email ?? '';
  const sentences = problem.flatMap((name) => (Object.hasOwn(problems, name) ? (problems[name] ?? []) : []));
  return (
    <>
      {ticket ? <TakeTicket ticket={ticket} /> : null}
      {sentences.length > 0 ? (
        <div className="mb-5">
          <Notice tone="warning" title="The link that led here was not whole">
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </Notice>
        </div>
      ) : null}
      <Doctor
        key={`${organization} ${connection} ${email}`}
        environment={environment}
        initialEmail={email}
        about={
          organization && failed
            ? { organizationId: organization, failed: failed.ok ? failed.data : null }
            : undefined
        }
        mayWatch={can(principal, 'sign_in_watch.start')}
      />
      <TicketField />
    </>
  );
}
