import type { JsonObject } from '@bufbuild/protobuf';
import type { ConnectedAccountRow } from '../connected-accounts/rows';
import { createRandom } from '../scenarios/random';
import { findImitation } from '../tools/catalogue';
import { UpstreamFailure } from '../tools/imitation';

export type UpstreamRequest = { method: string; path: string; query: URLSearchParams; body: string };

type Route = [method: string, path: RegExp, tool: string];

// Paths of the providers' own APIs that a tool's imitation can answer.
const routes: Route[] = [
  ['GET', /^\/gmail\/v1\/users\/[^/]+\/profile$/, 'gmail_get_profile'],
  ['GET', /^\/gmail\/v1\/users\/[^/]+\/labels$/, 'gmail_list_labels'],
  ['GET', /^\/gmail\/v1\/users\/[^/]+\/messages$/, 'gmail_fetch_mails'],
  ['GET', /^\/(api\/)?conversations\.list$/, 'slack_list_channels'],
  ['GET', /^\/(api\/)?users\.list$/, 'slack_list_users'],
  ['POST', /^\/(api\/)?chat\.postMessage$/, 'slack_send_message'],
  ['GET', /^\/user$/, 'github_user_get_authenticated'],
  ['GET', /^\/user\/repos$/, 'github_user_repos_list'],
  ['GET', /^\/repos\/(?<owner>[^/]+)\/(?<repo>[^/]+)$/, 'github_repo_get'],
  ['GET', /^\/(calendar\/v3\/)?users\/me\/calendarList$/, 'googlecalendar_list_calendars'],
  ['GET', /^\/(drive\/v3\/)?files$/, 'googledrive_search_files'],
  ['POST', /^\/v1\/search$/, 'notion_page_search'],
  ['GET', /^\/crm\/v3\/objects\/contacts$/, 'hubspot_contacts_list'],
  ['GET', /^\/api\/v2\/tickets(\.json)?$/, 'zendesk_tickets_list'],
  ['GET', /^\/v1\.0\/me\/messages$/, 'outlook_list_messages'],
];

/** The provider's answer: what a tool would give where one fits, and its 404 elsewhere. */
export function answerUpstream(
  account: ConnectedAccountRow,
  request: UpstreamRequest,
  now: number,
): Response {
  const slug = account.provider.toLowerCase();
  const route = routes.find(
    ([method, path, tool]) =>
      method === request.method && tool.startsWith(`${slug}_`) && path.test(request.path),
  );
  const imitation = route && findImitation(route[2]);
  if (!imitation) return Response.json({ error: 'not_found', path: request.path }, { status: 404 });
  const named = route[1].exec(request.path)?.groups ?? {};
  const params = { ...Object.fromEntries(request.query), ...readJson(request.body), ...named };
  const input = imitation.input.safeParse(params);
  if (!input.success) return Response.json({ error: 'invalid_request' }, { status: 400 });
  const { identifier } = account;
  try {
    const random = createRandom(`${identifier} ${imitation.name}`);
    return Response.json(imitation.run(input.data, { identifier, random, now }));
  } catch (error) {
    if (!(error instanceof UpstreamFailure)) throw error;
    return Response.json({ error: error.code, message: error.message }, { status: error.status });
  }
}

function readJson(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as JsonObject) : {};
  } catch {
    return {};
  }
}
