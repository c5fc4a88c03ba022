import type { Oauth } from '../oauth/oauth';
import type { Site } from './pages';

const paths = /^\/(oauth\/|oidc\/|keys$|userinfo$|\.well-known\/)/;

/** Sign-in, tokens and keys. `changed` is called when sessions or refresh tokens may have changed. */
export function createOauthSite(oauth: Oauth, changed: () => void): Site {
  return {
    operation: (pathname) => (paths.test(pathname) ? pathname.slice(1) : undefined),
    async handle(request) {
      const response = await oauth.handle(request);
      if (response && request.method === 'POST') changed();
      return response;
    },
  };
}
