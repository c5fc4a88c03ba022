import { withDatabase } from '../fixtures/database';
import { addSamlConnection } from '../fixtures/expiry-api';
import { e2eStack } from '../setup/stack';
import { type FindPlaces, of } from './place';

export const changePlaces: FindPlaces = async (scalekit, { id }) => {
  const connectionId = await addSamlConnection(scalekit, id, 'idp.larkfield.example', 9);
  await withDatabase(e2eStack().databaseUrl, (client) => seedVersions(client, id, connectionId));
  return [
    { name: 'changes of a connection', path: of(id, `/changes?part=connection&id=${connectionId}`) },
    { name: 'changes of something never seen', path: of(id, '/changes?part=directory&id=dir_1') },
    { name: 'changes of an organization', path: of(id, '/changes') },
    { name: 'what expires at all customers', path: '/production/expiry?within=90' },
  ];
};

type Client = { query: (text: string, values?: unknown[]) => Promise<unknown> };

/** As if it had been looked at twice, with a change between. */
async function seedVersions(client: Client, organizationId: string, connectionId: string): Promise<void> {
  const about = [organizationId, connectionId];
  await client.query(
    `INSERT INTO organization_snapshot (id, environment, organization_id, part, object_id, name, content, hash,
       taken_at, seen_at)
     VALUES (gen_random_uuid(), 'production', $1, 'connection', $2, 'OKTA SAML', '{"enabled": true}', 'seeded',
       now() - interval '2 days', now() - interval '3 hours')`,
    about,
  );
  await client.query(
    `INSERT INTO snapshot_expiry (environment, organization_id, part, object_id, kind, id, name, expires_at)
     VALUES ('production', $1, 'connection', $2, 'certificate', 'seeded', 'idp.larkfield.example',
       now() + interval '9 days')`,
    about,
  );
  await client.query(`SELECT pg_advisory_lock(hashtextextended('activity partition', 0))`);
  const month = new Date().toISOString().slice(0, 7);
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = new Date(Date.UTC(year, number, 1)).toISOString();
  await client.query(
    `CREATE TABLE IF NOT EXISTS activity."change_${month.replace('-', '_')}" PARTITION OF activity."change"
       FOR VALUES FROM ('${month}-01') TO ('${next}')`,
  );
  await client.query(`SELECT pg_advisory_unlock(hashtextextended('activity partition', 0))`);
  await client.query(
    `INSERT INTO activity.entry (stream, environment, id, at, since, type, source, organization_id, connection_id,
       target_type, target_id, data)
     VALUES ('change', 'production', 'chg_' || $2, now(), now() - interval '1 day', 'connection.changed', 'snapshot', $1,
       $2, 'connection', $2, $3)`,
    [...about, JSON.stringify({ name: 'OKTA SAML', fields: seededFields, intents: [] })],
  );
}

const seededFields = [
  { path: 'enabled', before: true, after: false },
  {
    path: 'certificates/3fa4c1',
    before: { issuer: 'CN=idp.larkfield.example', expiresAt: null },
    after: null,
  },
  {
    path: 'signOnAddress',
    before: 'https://idp.larkfield.example/sso',
    after: 'https://idp.larkfield.example/moved',
  },
];
