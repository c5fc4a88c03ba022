import { z } from 'zod';
import type { ControlEndpoints } from '../control';
import type { Environment } from '../environment';
import { authenticators } from '../scenarios/demo-access.data';
import { describeDevice } from '../sessions/device';
import { enrolPasskey } from './enrol';

const userAgent = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.5 Safari/605.1.15';

/** A passkey without its person: the API makes none with a client's token. */
export function passkeyControls(environment: Environment): ControlEndpoints {
  const schema = z.strictObject({
    userId: z.string().refine((id) => environment.store.users.get(id), 'There is no such user.'),
    displayName: z.string().default('Work laptop'),
    /** Kept on a key of its own, not in a device that syncs. */
    securityKey: z.boolean().default(false),
  });
  return {
    'POST passkeys': async (request) => {
      const { userId, displayName, securityKey } = schema.parse(await request.json());
      const attachment = securityKey ? 'cross-platform' : 'platform';
      const authenticator = authenticators.find((one) => one.attachment === attachment) ?? authenticators[0];
      const { id } = enrolPasskey(environment, {
        id: environment.newId('cred'),
        createdAt: environment.clock.now(),
        ...{ userId, displayName, authenticator },
        backedUp: true,
        device: describeDevice(userAgent, '203.0.113.9'),
      });
      return { id };
    },
  };
}
