import { z } from 'zod';
import { soundsLikeProduction } from './environment-kind';

/** One Scalekit environment that this console serves; `name` is the first path segment. */
export type ScalekitEnvironment = {
  name: string;
  /** Customers are real here: the screen says so throughout, and some acts ask for a higher role. */
  isProduction: boolean;
  url: string;
  clientId: string;
  clientSecret: string;
  /** Signing secrets of the webhook endpoint: during a rotation the old and the new one. */
  webhookSecrets?: string[];
};

const url = z
  .url({ protocol: /^https?$/, error: 'must be an http(s) URL' })
  .transform((u) => u.replace(/\/+$/, ''));
const integer = (fallback: number, min: number, max: number) => {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error }).default(fallback);
};
const list = z
  .string()
  .default('')
  .transform((s) =>
    s
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  );

const logLevel = z
  .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'must be debug, info, warn, error or silent' })
  .default('info');

/** First path segments of pages that belong to no environment. */
const RESERVED_NAMES = new Set(['api', 'sign-in', 'sign-out', 'p', 's', 'customer']);

const baseSchema = z.object({
  DATABASE_URL: z.string().min(1, 'is missing: the Postgres connection string'),
  NEXTAUTH_URL: url,
  NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters'),
  STAFF_OIDC_ISSUER: url,
  STAFF_OIDC_CLIENT_ID: z.string().min(1, 'is missing'),
  STAFF_OIDC_CLIENT_SECRET: z.string().min(1, 'is missing'),
  STAFF_OIDC_SCOPES: z.string().default('openid email profile'),
  STAFF_ROLE_CLAIM: z.string().default('keydesk_role'),
  STAFF_BOOTSTRAP_ADMINS: list,
  STAFF_IDLE_MINUTES: integer(240, 5, 720),
  STAFF_SESSION_HOURS: integer(12, 1, 24),
  API_BUDGET_PER_MINUTE: integer(300, 10, 100_000),
  SNAPSHOT_WALK_HOURS: integer(24, 0, 744),
  DNS_SERVERS: list.refine(
    (servers) => servers.every((one) => /^(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:]+\])(:\d{1,5})?$/i.test(one)),
    { error: 'must be IP addresses, each with a port or without' },
  ),
  EGRESS_LOOPBACK: z.enum(['on', 'off'], { error: 'must be on or off' }).default('off'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be a URL like smtps://user:password@host' })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
      error: 'must be an address, with a name before it or without: Keydesk <keydesk@example.com>',
    })
    .optional(),
  SCALEKIT_TIMEOUT_MS: integer(20_000, 100, 120_000),
  ACTIVITY_FIRST_DAYS: integer(1, 1, 3650),
  ACTIVITY_EVENT_DAYS: integer(365, 31, 3650),
  ACTIVITY_LOGIN_DAYS: integer(365, 31, 3650),
  ACTIVITY_CHANGE_DAYS: integer(365, 31, 3650),
  RECORDS_DAYS: integer(365, 31, 3650),
  JOB_WORKER: z.enum(['inside', 'separate'], { error: 'must be inside or separate' }).default('inside'),
  STAFF_LOG_KEY: list.refine((keys) => keys.every((one) => one.length >= 32), {
    error:
      'must be keys of at least 32 characters, separated by commas: the first seals, the others only verify',
  }),
  STAFF_LOG_DAYS: integer(0, 0, 3_650),
  SEARCH_WALK_HOURS: integer(6, 0, 168),
  LOG_LEVEL: logLevel,
  SCALEKIT_ENVIRONMENTS: list,
});

/** The settings that are not about one environment, for the check that `.env.example` names them all. */
export const settingNames = Object.keys(baseSchema.shape).filter((name) => name !== 'SCALEKIT_ENVIRONMENTS');

export type Env = Omit<z.infer<typeof baseSchema>, 'SCALEKIT_ENVIRONMENTS'> & {
  environments: ScalekitEnvironment[];
};

type Source = Record<string, string | undefined>;

/**
 * Parses settings and names every bad variable at once.
 * Without SCALEKIT_ENVIRONMENTS the plain SCALEKIT_* variables make one environment named `production`.
 * @throws EnvError with one line for each bad variable
 */
export function parseEnv(source: Source): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const problems: string[] = [];
  const base = baseSchema.safeParse(present);
  if (!base.success) {
    for (const issue of base.error.issues) {
      const missing = present[String(issue.path[0])] === undefined;
      problems.push(`${issue.path.join('.')} ${missing ? 'is missing' : issue.message}`);
    }
  }
  if (base.data?.EGRESS_LOOPBACK === 'on' && !isLoopback(base.data.NEXTAUTH_URL)) {
    problems.push('EGRESS_LOOPBACK may be on only where NEXTAUTH_URL is on loopback too');
  }
  if (base.success && !base.data.SMTP_URL !== !base.data.MAIL_FROM) {
    problems.push('SMTP_URL and MAIL_FROM belong together: set both or neither');
  }
  const environments = readEnvironments(present, problems);
  if (problems.length > 0 || !base.success) throw new EnvError(problems);
  const { SCALEKIT_ENVIRONMENTS: _names, ...rest } = base.data;
  return { ...rest, environments };
}

function isLoopback(address: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);
}

function readEnvironments(source: Source, problems: string[]): ScalekitEnvironment[] {
  const names = list.parse(source.SCALEKIT_ENVIRONMENTS);
  for (const name of new Set(names.filter((name, index) => names.indexOf(name) !== index))) {
    problems.push(`SCALEKIT_ENVIRONMENTS names ${name} twice`);
  }
  if (names.length === 0) {
    return [readEnvironment('production', 'SCALEKIT_', 'SCALEKIT_ENVIRONMENT_URL', source, problems)];
  }
  return names.map((name) => {
    if (!/^[a-z][a-z0-9-]{0,30}$/.test(name)) problems.push(`SCALEKIT_ENVIRONMENTS has a bad name: ${name}`);
    if (RESERVED_NAMES.has(name)) problems.push(`SCALEKIT_ENVIRONMENTS has a name that a page uses: ${name}`);
    const prefix = `SCALEKIT_${name.toUpperCase().replaceAll('-', '_')}_`;
    return readEnvironment(name, prefix, `${prefix}URL`, source, problems);
  });
}

function readEnvironment(
  name: string,
  prefix: string,
  urlKey: string,
  source: Source,
  problems: string[],
): ScalekitEnvironment {
  const read = (key: string) => {
    const value = source[key];
    if (!value) problems.push(`${key} is missing`);
    return value ?? '';
  };
  const location = read(urlKey);
  const parsed = url.safeParse(location);
  if (location && !parsed.success) problems.push(`${urlKey} must be an http(s) URL`);
  const kind = source[`${prefix}KIND`] ?? (soundsLikeProduction(name) ? 'production' : 'development');
  if (kind !== 'production' && kind !== 'development') {
    problems.push(`${prefix}KIND must be production or development`);
  }
  return {
    name,
    isProduction: kind !== 'development',
    url: parsed.data ?? '',
    clientId: read(`${prefix}CLIENT_ID`),
    clientSecret: read(`${prefix}CLIENT_SECRET`),
    webhookSecrets: readWebhookSecrets(`${prefix}WEBHOOK_SECRET`, source, problems),
  };
}

function readWebhookSecrets(key: string, source: Source, problems: string[]): string[] {
  const secrets = list.parse(source[key]);
  if (secrets.length > 2) problems.push(`${key} holds more than two secrets: the old one and the new`);
  if (secrets.some((secret) => !/^whsec_[A-Za-z0-9+/]+=*$/.test(secret))) {
    problems.push(`${key} must be whsec_ and base64, or two of them with a comma between`);
  }
  return secrets;
}

/** All bad settings at once: `problems` has one sentence for each. Holds no values, which may be secrets. */
export class EnvError extends Error {
  constructor(readonly problems: string[]) {
    super(`Keydesk cannot start, ${problems.length} setting(s) are wrong:\n  - ${problems.join('\n  - ')}`);
  }
}

let parsed: Env | undefined;

/** The settings of this process, parsed on first use: a check at module scope would fail `next build`. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** The log level alone, `info` when unset or wrong: the logger exists before the settings are parsed. */
export function readLogLevel(): z.infer<typeof logLevel> {
  return logLevel.catch('info').parse(process.env.LOG_LEVEL || undefined);
}

/** True under `next dev`, whose reloading needs a laxer content policy. */
export function isDevelopment(): boolean {
  return process.env.NODE_ENV === 'development';
}

/** The named environment, or undefined when this console does not serve it. */
export function findEnvironment(name: string): ScalekitEnvironment | undefined {
  return env().environments.find((environment) => environment.name === name);
}
