import type { Environment } from '../environment';
import { buttonForm, formStyle } from '../faces/form-html';
import type { Site } from '../faces/pages';
import { hashSecret } from '../hash-secret';
import { escapeHtml, page } from '../oauth/page';
import { acceptInvitation, isOpenInvitation } from '../users/accept-invitation';
import type { MembershipRow } from '../users/rows';

/** The page behind the link of an invitation's mail. */
export function createInvitationSite(environment: Environment): Site {
  const { store } = environment;

  function findInvitation(secret: string): MembershipRow | undefined {
    const [link] = store.inviteLinks.findBy('secretHash', hashSecret(secret));
    const invitation = link && store.memberships.get(link.membershipId);
    return invitation && isOpenInvitation(environment, invitation) ? invitation : undefined;
  }

  return {
    operation: (pathname) => (pathname.startsWith('/invitations/') ? 'invitations/accept' : undefined),
    async handle(request) {
      const { pathname } = new URL(request.url);
      const secret = /^\/invitations\/([^/]+)$/.exec(pathname)?.[1];
      if (!secret) return null;
      const invitation = findInvitation(secret);
      if (!invitation) return goneAlready();
      const name = store.organizations.get(invitation.organizationId)?.displayName ?? '';
      if (request.method === 'POST') {
        acceptInvitation(environment, invitation);
        return page({ title: `You belong to ${name}`, body: '<p>Sign in to the application to go on.</p>' });
      }
      if (request.method !== 'GET')
        return new Response(null, { status: 405, headers: { allow: 'GET, POST' } });
      const email = store.users.get(invitation.userId)?.email ?? '';
      return page({
        title: `You are invited to ${name}`,
        body: `<p>The invitation is for ${escapeHtml(email)}.</p>${buttonForm(pathname, 'Accept the invitation')}`,
        extraStyle: formStyle,
      });
    },
  };
}

function goneAlready(): Response {
  return page({
    title: 'This invitation cannot be accepted',
    body: '<p>It was accepted or withdrawn, has expired, or a later mail replaced it.</p>',
    status: 410,
  });
}
