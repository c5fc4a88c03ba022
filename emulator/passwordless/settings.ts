import { z } from 'zod';
import type { Environment } from '../environment';

const settingsSchema = z.object({
  type: z.enum(['OTP', 'LINK', 'LINK_OTP']).catch('LINK_OTP'),
  enforceSameBrowserOrigin: z.boolean().catch(false),
  codeChallengeLength: z.number().min(4).max(20).catch(6),
  codeChallengeType: z.enum(['NUMERIC', 'ALPHANUMERIC']).catch('NUMERIC'),
  regeneratePasswordlessCredentialsOnResend: z.boolean().catch(true),
});

export type PasswordlessSettings = z.infer<typeof settingsSchema>;

/** What the environment's own passwordless connection says, else a link and six digits. */
export function passwordlessSettings({ store }: Environment): PasswordlessSettings {
  const connection = store.connections
    .all()
    .find((row) => row.kind === 'login' && row.type === 'PASSWORDLESS' && row.enabled);
  return settingsSchema.parse(connection?.settings ?? {});
}
