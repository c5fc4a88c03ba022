import pg from 'pg';

/**
 * What the engine's `cli can-connect-to-database` answers.
 * @param {string} url
 * @returns {Promise<string>} the database's name
 * @throws {{ code: string, message: string }} Prisma's code (P1000…) and sentence
 */
export async function canConnect(url) {
  const { hostname, port, username, pathname } = new URL(url);
  const database = decodeURIComponent(pathname.slice(1));
  const place = `${hostname}:${port || 5432}`;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw connectionError(error, place, decodeURIComponent(username), database);
  } finally {
    await client.end().catch(() => {});
  }
  return database;
}

/** Creates the database that the URL names, from the server's `postgres` database. */
export async function createDatabase(url) {
  const maintenance = new URL(url);
  const name = decodeURIComponent(maintenance.pathname.slice(1));
  maintenance.pathname = '/postgres';
  const client = new pg.Client({ connectionString: maintenance.href });
  try {
    await client.connect();
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end().catch(() => {});
  }
  return name;
}

function connectionError(error, place, user, database) {
  switch (error.code) {
    case '3D000':
      return {
        code: 'P1003',
        message: `Database \`${database}\` does not exist on the database server at \`${place}\``,
      };
    case '28000':
    case '28P01':
      return {
        code: 'P1000',
        message: `Authentication failed against the database server at \`${place}\`, the provided database credentials for \`${user}\` are not valid`,
      };
    case '42501':
      return { code: 'P1010', message: `User \`${user}\` was denied access on the database \`${database}\`` };
    default:
      return {
        code: 'P1001',
        message: `Can't reach database server at \`${place}\`: ${error.message || error.code}`,
      };
  }
}
