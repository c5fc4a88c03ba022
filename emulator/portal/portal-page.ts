import { alert, formStyle, status } from '../faces/form-html';
import { page } from '../oauth/page';
import { connectionSection } from './connection-section';
import { directorySection } from './directories';
import { domainSection } from './domains';
import type { Visit } from './session';

/** The admin portal of an organization: what its link covers. */
export function renderPortal(
  visit: Visit,
  notes: { problem?: string; done?: string; domain?: string } = {},
): Response {
  const { features, expiresAt } = visit.session;
  const sections = [
    features.length > 0 ? domainSection(visit, notes.domain) : '<p>This link covers no feature.</p>',
    features.includes('sso') ? connectionSection(visit) : '',
    features.includes('dir_sync') ? directorySection(visit) : '',
  ];
  const until = new Date(expiresAt).toISOString();
  return page({
    title: `Admin portal of ${visit.organization.displayName}`,
    body: `${alert(notes.problem)}${status(notes.done)}${sections.join('\n')}
<p>This session ends at <time datetime="${until}">${until}</time>.</p>`,
    status: notes.problem ? 400 : 200,
    extraStyle: formStyle,
  });
}
