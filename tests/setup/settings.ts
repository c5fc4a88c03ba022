/**
 * A complete set of valid settings, so that `env()` parses in every test. Nothing listens at these addresses:
 * a test that needs Postgres calls `withTestDatabase`, one that needs Scalekit starts an emulator and sets the
 * `SCALEKIT_*` variables before `env()` is first called.
 */
const settings = {
  DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none',
  NEXTAUTH_URL: 'http://localhost:9',
  NEXTAUTH_SECRET: 'test-secret-with-at-least-32-characters',
  STAFF_OIDC_ISSUER: 'http://127.0.0.1:9',
  STAFF_OIDC_CLIENT_ID: 'test-staff-client',
  STAFF_OIDC_CLIENT_SECRET: 'test-staff-secret',
  SCALEKIT_ENVIRONMENTS: 'production,development',
  SCALEKIT_PRODUCTION_URL: 'http://127.0.0.1:9',
  SCALEKIT_PRODUCTION_CLIENT_ID: 'test-production-client',
  SCALEKIT_PRODUCTION_CLIENT_SECRET: 'test-production-secret',
  SCALEKIT_DEVELOPMENT_URL: 'http://127.0.0.1:9',
  SCALEKIT_DEVELOPMENT_CLIENT_ID: 'test-development-client',
  SCALEKIT_DEVELOPMENT_CLIENT_SECRET: 'test-development-secret',
  LOG_LEVEL: 'silent',
};

Object.assign(process.env, settings);
