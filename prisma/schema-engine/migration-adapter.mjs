import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';

const CHAR_OID = 18;
const TEXT_OID = 25;

/**
 * Opens connections for the schema engine through `@prisma/adapter-pg`, with what that adapter lacks for
 * migrations: whole scripts, the catalogue's `"char"` type, and a shadow database that can be dropped.
 * @param {{ url?: string, shadowDatabaseUrl?: string }} datasource
 */
export function createMigrationAdapter(datasource) {
  const { url, shadowDatabaseUrl } = datasource;
  return bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(url),
    connectToShadowDb: () => (shadowDatabaseUrl ? connect(shadowDatabaseUrl) : createShadowDatabase(url)),
  });
}

async function connect(url) {
  if (!url) throw new Error('DATABASE_URL is not set: this command needs a database.');
  const schema = new URL(url).searchParams.get('schema') ?? undefined;
  const adapter = await new PrismaPg({ connectionString: url, max: 2 }, { schema }).connect();
  readCharAsText(adapter);
  // The adapter splits scripts on `;`, which cuts functions and DO blocks in pieces.
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return adapter;
}

async function createShadowDatabase(url) {
  const name = `prisma_migrate_shadow_db_${randomUUID()}`;
  const owner = await connect(url);
  await owner.executeScript(`CREATE DATABASE "${name}"`);
  const shadowUrl = new URL(url);
  shadowUrl.pathname = `/${name}`;
  const shadow = await connect(shadowUrl.href);
  const closeShadow = shadow.dispose.bind(shadow);
  shadow.dispose = async () => {
    await closeShadow();
    await owner.executeScript(`DROP DATABASE "${name}" WITH (FORCE)`);
    await owner.dispose();
  };
  return shadow;
}

/** The adapter refuses `"char"` columns, which introspection reads from pg_constraint and pg_type. */
function readCharAsText(adapter) {
  const performIO = adapter.performIO.bind(adapter);
  adapter.performIO = async (query) => {
    const result = await performIO(query);
    for (const field of result.fields ?? []) {
      if (field.dataTypeID === CHAR_OID) field.dataTypeID = TEXT_OID;
    }
    return result;
  };
}
