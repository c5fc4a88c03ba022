import { page } from '../oauth/page';

/** For a step of a sign-in that was answered already, or took too long. */
export function overPage(): Response {
  return page({
    title: 'This sign-in is over',
    body: '<p>It was answered already, or took more than 15 minutes. Start again from the application.</p>',
    status: 410,
  });
}
