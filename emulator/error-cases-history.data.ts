import type { Case } from './error-cases.data';

const log = (query: string) => () =>
  ['GET', `/logs/authentication/requests?${query}`] as ReturnType<Case['request']>;
const events = (path: string, filter: object) => () => ['POST', path, filter] as ReturnType<Case['request']>;

// Refused with 400, gRPC 3, INVALID_ARGUMENT unless the row says otherwise.
const history: Case[] = [
  { bad: 'a status that is none', request: log('status=DONE'), field: 'status' },
  { bad: 'one status of two that is none', request: log('status=FAILED&status=LOST'), field: 'status' },
  { bad: 'a page token of the log', request: log('page_token=3'), message: 'Invalid page token' },
  { bad: 'a time that is none', request: log('start_time=yesterday'), message: /proto/ },
  {
    bad: 'a page token of events',
    request: events('/events?page_token=3', {}),
    message: 'Invalid page token',
  },
  {
    bad: 'a page token of paginated events',
    request: events('/events/paginated?page_token=!', {}),
    message: 'Invalid page token',
  },
  {
    bad: 'an event of the hosted pages, which no client may send',
    request: events('/events/frontend_events/user.login', {}),
    status: 403,
    code: 7,
    errorCode: 'PERMISSION_DENIED',
  },
];

/** Refusals of the login log and the events. */
export const historyCases: [area: string, list: Case[]][] = [['history', history]];
