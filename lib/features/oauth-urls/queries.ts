import 'server-only';
import { z } from 'zod';
import { findEnvironment } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { defineQuery } from '@/lib/server/define-query';

/** Where addresses of this environment begin, and the application that Keydesk's own credentials belong to. */
export type OauthBase = { url: string; clientId: string };

/** Source: the settings. A client id is no secret: it stands in every sign-in's address. */
export const readOauthBase = defineQuery({
  permission: 'oauth_url.build',
  input: z.object({}),
  scope: () => ({ kind: 'assigned' }),
  load: async (_input, { environment }): Promise<OauthBase> => {
    const found = findEnvironment(environment);
    if (!found) throw new AppError('not_found', `There is no environment ${environment}.`);
    return { url: found.url, clientId: found.clientId };
  },
});
