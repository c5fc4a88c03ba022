import type { EmulatorReady } from './start-emulator';

export type ConsoleParts = {
  consoleUrl: string;
  databaseUrl: string;
  nextauthSecret: string;
  webhookSecret: string;
  production: EmulatorReady;
  development: EmulatorReady;
};

/** The console's settings in a stack: both emulators as environments, the first also as staff's sign-in. */
export function consoleEnv(parts: ConsoleParts): Record<string, string> {
  const { consoleUrl, databaseUrl, nextauthSecret, webhookSecret, production, development } = parts;
  return {
    DATABASE_URL: databaseUrl,
    NEXTAUTH_URL: consoleUrl,
    NEXTAUTH_SECRET: nextauthSecret,
    STAFF_OIDC_ISSUER: production.url,
    STAFF_OIDC_CLIENT_ID: production.staff.clientId,
    STAFF_OIDC_CLIENT_SECRET: production.staff.clientSecret,
    STAFF_ROLE_CLAIM: 'keydesk_role',
    // What the demo fetches of identity providers is on this machine.
    EGRESS_LOOPBACK: 'on',
    // Mail ends in the emulator's mailbox page; none of it leaves this machine.
    SMTP_URL: `smtp://${production.smtp.host}:${production.smtp.port}`,
    MAIL_FROM: 'Keydesk <keydesk@keydesk-demo.example>',
    SCALEKIT_ENVIRONMENTS: 'production,development',
    SCALEKIT_PRODUCTION_URL: production.url,
    SCALEKIT_PRODUCTION_CLIENT_ID: production.clientId,
    SCALEKIT_PRODUCTION_CLIENT_SECRET: production.clientSecret,
    SCALEKIT_PRODUCTION_WEBHOOK_SECRET: webhookSecret,
    SCALEKIT_DEVELOPMENT_URL: development.url,
    SCALEKIT_DEVELOPMENT_CLIENT_ID: development.clientId,
    SCALEKIT_DEVELOPMENT_CLIENT_SECRET: development.clientSecret,
    SCALEKIT_DEVELOPMENT_WEBHOOK_SECRET: webhookSecret,
    // All that has happened to the invented customers is read at the first start.
    ACTIVITY_FIRST_DAYS: '365',
  };
}
