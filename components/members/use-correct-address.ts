'use client';

import { useRef, useState } from 'react';
import { leaveDraft, takeBackDraft } from '@/components/forms/use-draft';
import type { ErrorView, Result } from '@/lib/errors';
import { cancelWrongInvitation, inviteMember } from '@/lib/features/members/actions';
import type { MemberRow } from '@/lib/features/members/schema';

type Input = { organizationId: string; userId: string; email: string };
type Request = { environment: string; submissionId: string; ticket?: string; input: Input };

/** What the right address gets, once the wrong one has been cancelled. */
type Carried = { givenName: string; familyName: string; roles: string[] };

/**
 * Two writes as one act: cancel the wrong invitation, then invite the right address. What is done is not done again:
 * sending the form once more goes on with the second half.
 */
export function useCorrectAddress(row: MemberRow) {
  const carried = useRef<Carried | null>(null);
  const [isCancelled, setCancelled] = useState(false);

  const act = async ({
    environment,
    submissionId,
    ticket,
    input,
  }: Request): Promise<Result<{ userId: string }>> => {
    const { organizationId, email } = input;
    const rest = `member.invite:${organizationId}`;
    if (!carried.current) {
      const first = await cancelWrongInvitation({ environment, submissionId, ticket, input });
      if (!first.ok) return first;
      const { givenName, familyName, roles } = first.data;
      // Gone before we came: an earlier attempt of which no answer came back. The list knew the roles.
      carried.current = { givenName, familyName, roles: roles ?? row.roleNames };
      setCancelled(true);
    }
    const invitation = { organizationId, email, ...carried.current };
    // Whatever happens to this tab now, "Invite member" has what is left to do.
    leaveDraft(rest, invitation);
    const id = crypto.randomUUID();
    const second = await answerOf(inviteMember({ environment, submissionId: id, ticket, input: invitation }));
    if (second.ok) takeBackDraft(rest);
    return second;
  };

  return { act, isCancelled };
}

const lost: ErrorView = {
  code: 'unavailable',
  message: 'No answer came back. The right address may or may not have been invited: look at the members.',
  unknown: true,
  stepUp: false,
};

async function answerOf<Data>(call: Promise<Result<Data>>): Promise<Result<Data>> {
  try {
    return await call;
  } catch {
    return { ok: false, error: lost };
  }
}
