import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { env } from '@/lib/env';
import { emailInput, ticketText } from '@/lib/features/doctor/schema';
import { paths, withSearch } from '@/lib/paths';

/**
 * Where a helpdesk's macro leads: `/open?ticket=…&email=…`, with `&environment=` where it is not the production one. What
 * cannot be taken is named on the doctor's page; the rest counts all the same. Whoever is not signed in comes here again
 * after the sign-in.
 */
export function GET({ nextUrl: { searchParams } }: NextRequest): never {
  const { environments } = env();
  const asked = searchParams.get('environment');
  const usual = environments.find(({ isProduction }) => isProduction) ?? environments[0];
  const chosen = asked ? environments.find(({ name }) => name === asked) : usual;
  const ticket = searchParams.get('ticket')?.trim() || undefined;
  const email = searchParams.get('email')?.trim() || undefined;
  const isTicket = ticketText.optional().safeParse(ticket).success;
  const isEmail = emailInput.shape.email.optional().safeParse(email).success;
  const problems = [chosen ? '' : 'environment', isTicket ? '' : 'ticket', isEmail ? '' : 'email'];
  redirect(
    withSearch(paths.doctor((chosen ?? usual)?.name ?? 'production'), {
      ticket: isTicket ? ticket : undefined,
      email: isEmail ? email : undefined,
      problem: problems.filter(Boolean).join(' '),
    }),
  );
}
