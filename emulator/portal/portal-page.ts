import { escapeHtml, page } from '../oauth/page';
import type { OrganizationRow } from '../organizations/rows';
import type { PortalFeature, PortalSessionRow } from './rows';

const descriptions: Record<PortalFeature, { title: string; text: string }> = {
  sso: { title: 'Single sign-on', text: 'Connect your identity provider by SAML or OpenID Connect.' },
  dir_sync: { title: 'Directory sync', text: 'Provision users and groups by SCIM.' },
};

/** The admin portal of an organization: what its link covers. Setting things up comes later. */
export function renderPortal(organization: OrganizationRow, session: PortalSessionRow): Response {
  const items = session.features.map((feature) => {
    const { title, text } = descriptions[feature];
    return `<li><strong>${title}</strong><br>${text}</li>`;
  });
  const features = items.length > 0 ? `<ul>${items.join('')}</ul>` : '<p>This link covers no feature.</p>';
  const until = new Date(session.expiresAt).toISOString();
  return page({
    title: `Admin portal of ${organization.displayName}`,
    body: `${features}<p>This session ends at <time datetime="${until}">${escapeHtml(until)}</time>.</p>`,
  });
}
