import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EnvError, parseEnv, settingNames } from '@/lib/env';

const base = {
  DATABASE_URL: 'postgresql://keydesk@127.0.0.1/keydesk',
  NEXTAUTH_URL: 'https://keydesk.example.com/',
  NEXTAUTH_SECRET: 'a'.repeat(32),
  STAFF_OIDC_ISSUER: 'https://login.example.com',
  STAFF_OIDC_CLIENT_ID: 'staff',
  STAFF_OIDC_CLIENT_SECRET: 'staff-secret',
};

const one = {
  SCALEKIT_ENVIRONMENT_URL: 'https://acme.scalekit.dev/',
  SCALEKIT_CLIENT_ID: 'skc_1',
  SCALEKIT_CLIENT_SECRET: 'secret-1',
};

function problemsOf(source: Record<string, string | undefined>): string[] {
  try {
    parseEnv(source);
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
  return [];
}

describe('parseEnv', () => {
  it('makes one environment named production of the plain variables, and fills in defaults', () => {
    expect(parseEnv({ ...base, ...one })).toEqual({
      ...base,
      NEXTAUTH_URL: 'https://keydesk.example.com',
      STAFF_OIDC_SCOPES: 'openid email profile',
      STAFF_ROLE_CLAIM: 'keydesk_role',
      STAFF_BOOTSTRAP_ADMINS: [],
      STAFF_IDLE_MINUTES: 240,
      STAFF_SESSION_HOURS: 12,
      API_BUDGET_PER_MINUTE: 300,
      SNAPSHOT_WALK_HOURS: 24,
      DNS_SERVERS: [],
      EGRESS_LOOPBACK: 'off',
      SCALEKIT_TIMEOUT_MS: 20_000,
      STAFF_LOG_DAYS: 0,
      STAFF_LOG_KEY: [],
      ...{ ACTIVITY_FIRST_DAYS: 1, ACTIVITY_EVENT_DAYS: 365, ACTIVITY_LOGIN_DAYS: 365 },
      ...{ ACTIVITY_CHANGE_DAYS: 365, RECORDS_DAYS: 365 },
      JOB_WORKER: 'inside',
      LOG_LEVEL: 'info',
      SEARCH_WALK_HOURS: 6,
      environments: [
        {
          name: 'production',
          isProduction: true,
          url: 'https://acme.scalekit.dev',
          clientId: 'skc_1',
          clientSecret: 'secret-1',
          webhookSecrets: [],
        },
      ],
    });
  });

  it('opens loopback to a console on loopback alone', () => {
    const open = { ...base, ...one, EGRESS_LOOPBACK: 'on' };
    expect(problemsOf(open)).toEqual([
      'EGRESS_LOOPBACK may be on only where NEXTAUTH_URL is on loopback too',
    ]);
    expect(parseEnv({ ...open, NEXTAUTH_URL: 'http://localhost:3000' }).EGRESS_LOOPBACK).toBe('on');
  });

  it('takes a mail server and a sender together or neither', () => {
    const SMTP_URL = 'smtps://desk:pass@mail.example';
    const MAIL_FROM = 'Keydesk <desk@example.com>';
    expect(parseEnv({ ...base, ...one, SMTP_URL, MAIL_FROM })).toMatchObject({ SMTP_URL, MAIL_FROM });
    for (const half of [{ SMTP_URL }, { MAIL_FROM }]) {
      expect(problemsOf({ ...base, ...one, ...half })).toEqual([expect.stringContaining('belong together')]);
    }
    const bad = { SMTP_URL: 'mail.example', MAIL_FROM: 'Desk <a@b>\nBcc: c@d' };
    expect(problemsOf({ ...base, ...one, ...bad })).toHaveLength(2);
  });

  it('reads every environment that the list names', () => {
    const several = {
      SCALEKIT_ENVIRONMENTS: 'production, eu-staging',
      SCALEKIT_PRODUCTION_URL: 'https://acme.scalekit.com',
      SCALEKIT_PRODUCTION_CLIENT_ID: 'skc_1',
      SCALEKIT_PRODUCTION_CLIENT_SECRET: 'secret-1',
      SCALEKIT_PRODUCTION_WEBHOOK_SECRET: 'whsec_b2xk, whsec_bmV3',
      SCALEKIT_EU_STAGING_URL: 'http://127.0.0.1:4011',
      SCALEKIT_EU_STAGING_CLIENT_ID: 'skc_2',
      SCALEKIT_EU_STAGING_CLIENT_SECRET: 'secret-2',
    };
    expect(parseEnv({ ...base, ...several }).environments).toEqual([
      {
        name: 'production',
        isProduction: true,
        url: 'https://acme.scalekit.com',
        clientId: 'skc_1',
        clientSecret: 'secret-1',
        webhookSecrets: ['whsec_b2xk', 'whsec_bmV3'],
      },
      {
        name: 'eu-staging',
        isProduction: false,
        url: 'http://127.0.0.1:4011',
        clientId: 'skc_2',
        clientSecret: 'secret-2',
        webhookSecrets: [],
      },
    ]);
  });

  it('takes an environment for production by its name, unless its kind is said', () => {
    const kindOf = (name: string, kind: string) => {
      const prefix = `SCALEKIT_${name.toUpperCase()}_`;
      const source = {
        ...{
          SCALEKIT_ENVIRONMENTS: name,
          [`${prefix}URL`]: 'https://acme.scalekit.com',
          [`${prefix}KIND`]: kind,
        },
        ...{ [`${prefix}CLIENT_ID`]: 'skc_1', [`${prefix}CLIENT_SECRET`]: 'secret-1' },
      };
      return parseEnv({ ...base, ...source }).environments[0]?.isProduction;
    };
    expect([kindOf('live', ''), kindOf('live', 'production')]).toEqual([false, true]);
    expect([kindOf('prod', ''), kindOf('prod', 'development')]).toEqual([true, false]);
    expect(problemsOf({ ...base, ...one, SCALEKIT_KIND: 'staging' })).toEqual([
      'SCALEKIT_KIND must be production or development',
    ]);
  });

  it('reads lists and numbers, and treats an empty variable as unset', () => {
    const parsed = parseEnv({
      ...base,
      ...one,
      STAFF_BOOTSTRAP_ADMINS: ' ada@example.com, ,grace@example.com ',
      STAFF_IDLE_MINUTES: '30',
      LOG_LEVEL: '',
    });
    expect(parsed.STAFF_BOOTSTRAP_ADMINS).toEqual(['ada@example.com', 'grace@example.com']);
    expect(parsed.STAFF_IDLE_MINUTES).toBe(30);
    expect(parsed.LOG_LEVEL).toBe('info');
  });

  it('names every bad variable at once', () => {
    const bad = {
      DATABASE_URL: '',
      NEXTAUTH_URL: 'keydesk.example.com',
      NEXTAUTH_SECRET: 'short',
      STAFF_OIDC_ISSUER: 'ldap://directory',
      STAFF_IDLE_MINUTES: 'soon',
      STAFF_SESSION_HOURS: '48',
      LOG_LEVEL: 'loud',
      SCALEKIT_ENVIRONMENTS: 'production,Bad Name,api,production',
      SCALEKIT_PRODUCTION_URL: 'acme',
      SCALEKIT_PRODUCTION_CLIENT_ID: 'skc_1',
    };
    const variables = problemsOf(bad).map((problem) => problem.split(' ')[0]);
    expect(variables).toEqual(
      expect.arrayContaining([
        'DATABASE_URL',
        'NEXTAUTH_URL',
        'NEXTAUTH_SECRET',
        'STAFF_OIDC_ISSUER',
        'STAFF_OIDC_CLIENT_ID',
        'STAFF_OIDC_CLIENT_SECRET',
        'STAFF_IDLE_MINUTES',
        'STAFF_SESSION_HOURS',
        'LOG_LEVEL',
        'SCALEKIT_PRODUCTION_URL',
        'SCALEKIT_PRODUCTION_CLIENT_SECRET',
        'SCALEKIT_API_URL',
      ]),
    );
    expect(problemsOf(bad)).toEqual(
      expect.arrayContaining([
        'DATABASE_URL is missing',
        'NEXTAUTH_SECRET must have at least 32 characters',
        'STAFF_IDLE_MINUTES must be a whole number from 5 to 720',
        'STAFF_SESSION_HOURS must be a whole number from 1 to 24',
        'LOG_LEVEL must be debug, info, warn, error or silent',
        'SCALEKIT_ENVIRONMENTS has a bad name: Bad Name',
        'SCALEKIT_ENVIRONMENTS has a name that a page uses: api',
        'SCALEKIT_ENVIRONMENTS names production twice',
        'SCALEKIT_PRODUCTION_URL must be an http(s) URL',
      ]),
    );
  });

  it('names what one environment lacks by the plain names', () => {
    expect(problemsOf({ ...base, SCALEKIT_ENVIRONMENT_URL: 'ftp://acme' })).toEqual([
      'SCALEKIT_ENVIRONMENT_URL must be an http(s) URL',
      'SCALEKIT_CLIENT_ID is missing',
      'SCALEKIT_CLIENT_SECRET is missing',
    ]);
  });

  it('keeps values out of the error, since they may be secrets', () => {
    const secret = 'too-short-secret';
    const attempt = () => parseEnv({ ...base, ...one, NEXTAUTH_SECRET: secret });
    expect(attempt).toThrow(EnvError);
    expect(attempt).toThrow('1 setting(s) are wrong');
    expect(attempt).not.toThrow(secret);
  });
});

describe('.env.example', () => {
  it('names every setting, with values that parse once the secrets are filled in', () => {
    const lines = readFileSync('.env.example', 'utf8').split('\n');
    const settings = lines.filter((line) => /^[A-Z]/.test(line)).map((line) => line.split('=', 2));
    const mayBeEmpty = [
      'STAFF_BOOTSTRAP_ADMINS',
      'DNS_SERVERS',
      'SMTP_URL',
      'MAIL_FROM',
      'SCALEKIT_KIND',
      'SCALEKIT_WEBHOOK_SECRET',
    ];
    const fill = (name = '') => (mayBeEmpty.includes(name) ? '' : 'x'.repeat(32));
    const filled = Object.fromEntries(settings.map(([name, value]) => [name, value || fill(name)]));
    expect(Object.keys(filled)).toEqual(expect.arrayContaining(settingNames));
    expect(problemsOf(filled)).toEqual([]);
  });

  it('explains each in the line above, or above its group', () => {
    const groups = readFileSync('.env.example', 'utf8').split('\n\n').slice(1);
    expect(groups.map((group) => group[0])).toEqual(groups.map(() => '#'));
  });
});
