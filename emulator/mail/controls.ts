import type { ControlEndpoints } from '../control';
import type { Environment } from '../environment';

/** The mailbox as JSON: what tests read codes and links from. */
export function mailControls({ store }: Environment): ControlEndpoints {
  return {
    // Newest first; `?to=` keeps one recipient's.
    'GET mails': (request) => {
      const to = new URL(request.url).searchParams.get('to')?.toLowerCase();
      const mails = store.mails
        .all()
        .filter((mail) => !to || mail.to.some((one) => one.toLowerCase() === to));
      return {
        mails: [...mails].reverse().map(({ createdAt, ...mail }) => ({
          ...mail,
          at: new Date(createdAt).toISOString(),
        })),
      };
    },
    'DELETE mails': () => store.mails.clear(),
  };
}
