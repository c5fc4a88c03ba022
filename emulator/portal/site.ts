import { ConnectError } from '@connectrpc/connect';
import { z } from 'zod';
import type { Environment } from '../environment';
import { httpStatus } from '../errors';
import type { Site } from '../faces/pages';
import { OauthError } from '../oauth/oauth-error';
import { page } from '../oauth/page';
import { type Parameters, readForm } from '../oauth/parameters';
import { showConnection } from './connection-page';
import { type MessageName, messages, type Outcome } from './portal-act';
import { renderPortal } from './portal-page';
import { covers, findAct, idIn, patternOf } from './routes';
import { findVisit, openLink, refuse, type Visit } from './session';

/** The hosted admin portal behind a portal link, where a customer's administrator sets up sign-in and SCIM. */
export function createPortalSite(environment: Environment): Site {
  async function answer(request: Request): Promise<Response> {
    const visit = findVisit(environment, request);
    if (!visit) return refuse(401, 'This session has ended', 'Open a new link to the admin portal.');
    if (request.method === 'POST') return perform(visit, request);
    if (request.method === 'GET') return show(visit, new URL(request.url));
    return new Response(null, { status: 405, headers: { allow: 'GET, POST' } });
  }

  return {
    operation: (pathname) => {
      if (pathname.startsWith('/magicLink/')) return 'portal/open';
      if (pathname === '/portal') return 'portal/show';
      return pathname.startsWith('/portal/') ? patternOf(pathname).slice(1) : undefined;
    },
    async handle(request) {
      const { pathname } = new URL(request.url);
      const secret = /^\/magicLink\/([^/]+)$/.exec(pathname)?.[1];
      if (!secret) return /^\/portal(\/|$)/.test(pathname) ? answer(request) : null;
      // Only a GET spends the link; scanners that ask for HEAD alone do not.
      if (request.method === 'GET') return openLink(environment, secret);
      return new Response(null, { status: 405, headers: { allow: 'GET' } });
    },
  };
}

function show(visit: Visit, { pathname, searchParams }: URL): Response {
  const name = searchParams.get('done') ?? '';
  const done = name in messages ? messages[name as MessageName] : undefined;
  if (pathname === '/portal') return renderPortal(visit, { done });
  const isConnection = patternOf(pathname) === '/portal/connections/*';
  if (!isConnection || !covers(visit, 'sso')) return notThere();
  return showConnection(visit, idIn(pathname), { done });
}

async function perform(visit: Visit, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const act = findAct(visit, pathname);
  if (!act) return notThere();
  let form: Parameters = {};
  try {
    form = await readForm(request);
    return follow(act(visit, form, idIn(pathname)));
  } catch (error) {
    const problem = explain(error);
    if (problem === undefined) throw error;
    if (idIn(pathname).startsWith('conn_'))
      return showConnection(visit, idIn(pathname), { problem, typed: form });
    return renderPortal(visit, { problem, domain: form.domain });
  }
}

function follow(outcome: Outcome): Response {
  if (outcome instanceof Response) return outcome;
  const query = outcome.done ? `?done=${outcome.done}` : '';
  return new Response(null, {
    status: 303,
    headers: { location: outcome.location + query, 'cache-control': 'no-store' },
  });
}

// What the visitor can do something about, as a sentence; undefined for anything else.
function explain(error: unknown): string | undefined {
  if (error instanceof ConnectError && httpStatus(error.code) === 400) return error.rawMessage;
  if (error instanceof OauthError) return error.description;
  return error instanceof z.ZodError ? z.prettifyError(error) : undefined;
}

function notThere(): Response {
  const body = '<p>It does not exist, or the link that you opened does not cover it.</p>';
  return page({ title: 'There is nothing here', body, status: 404 });
}
