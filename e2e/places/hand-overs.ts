import { withDatabase } from '../fixtures/database';
import { e2eStack } from '../setup/stack';
import { type FindPlaces, of } from './place';

export const handOverPlaces: FindPlaces = async (_scalekit, { id }) => {
  await insertHandOver(id, 'Nightly export for the accounting of the northern branches', false);
  const waiting = await insertHandOver(id, 'Yard terminal', true);
  return [
    { name: 'hand-overs', path: of(id, '/hand-overs') },
    { name: 'revoke a hand-over', path: of(id, `/hand-overs?dialog=revoke:${waiting}`) },
  ];
};

/** Straight into the database: a link that no test knows is no secret to look for. @returns the hand-over's id */
async function insertHandOver(organizationId: string, label: string, waiting: boolean): Promise<string> {
  return withDatabase(e2eStack().databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO hand_over (id, environment, organization_id, token_hash, kind, label, secret_id, recipient,
         sealed, created_by_id, created_by_email, expires_at, opened_at, opened_ip, opened_browser)
       SELECT gen_random_uuid(), 'production', $1, md5(random()::text), 'api_key', $2, 'apit_1', 'Jane Roe',
         CASE WHEN $3 THEN 'sealed' END, gen_random_uuid(), 'sam@keydesk.test', now() + interval '1 day',
         CASE WHEN $3 THEN NULL ELSE now() END, CASE WHEN $3 THEN NULL ELSE '203.0.113.7' END,
         CASE WHEN $3 THEN NULL ELSE 'Firefox 131 on Linux' END
       RETURNING id`,
      [organizationId, label, waiting],
    );
    return rows[0]?.id ?? '';
  });
}
