import type { Environment } from '../environment';
import { isLocalRequest } from '../faces/local-request';
import type { Site } from '../faces/pages';
import { page } from '../oauth/page';
import { paginate } from '../paging';
import { mailboxPage, mailHtml, mailPage } from './mailbox-page';

const pageSize = { fallback: 50, limit: 50 };

/** The mailbox at `/mailbox`: every mail that the emulator wrote or was given over SMTP. */
export function createMailboxSite({ store }: Environment): Site {
  function showList(query: URLSearchParams): Response {
    const to = query.get('to')?.trim() ?? '';
    const wanted = to.toLowerCase();
    const mails = store.mails
      .all()
      .filter((mail) => !to || mail.to.some((one) => one.toLowerCase().includes(wanted)));
    const pageToken = query.get('page_token') ?? '';
    return mailboxPage(paginate(mails, { pageSize: 0, pageToken }, pageSize), to);
  }

  function showMail(id: string, asHtml: boolean): Response {
    const mail = store.mails.get(id);
    if (!mail || (asHtml && !mail.html)) {
      const body = '<p>The mailbox was emptied, or the address is incomplete.</p>';
      return page({ title: 'There is no such mail', body, status: 404 });
    }
    return asHtml && mail.html ? mailHtml(mail.html) : mailPage(mail);
  }

  function emptyMailbox(): Response {
    store.mails.clear();
    return new Response(null, { status: 303, headers: { location: '/mailbox' } });
  }

  return {
    operation: () => undefined,
    async handle(request) {
      const { pathname, searchParams } = new URL(request.url);
      const match = /^\/mailbox(?:\/([^/]+)(\/html)?)?$/.exec(pathname);
      if (!match) return null;
      // It holds codes and links: a page from elsewhere must not read it.
      if (!isLocalRequest(request)) return new Response('Only on the loopback address.\n', { status: 403 });
      const [, id, html] = match;
      if (request.method === 'GET') return id ? showMail(id, html !== undefined) : showList(searchParams);
      if (request.method === 'POST' && !id) return emptyMailbox();
      return new Response(null, { status: 405, headers: { allow: id ? 'GET' : 'GET, POST' } });
    },
  };
}
