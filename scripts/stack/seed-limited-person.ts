import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { EmulatorReady } from './start-emulator';

/** One of the people that the emulator's sign-in offers. */
const limitedPerson = 'greta.nightmoor@keydesk-demo.example';
const shownCustomers = 5;

/**
 * Gives the demo somebody who may see a few customers only, so that the limit can be looked at. The row waits for
 * their first sign-in, which binds it. Does nothing when it is there, changed or not.
 */
export async function seedLimitedPerson(
  databaseUrl: string,
  environments: { production: EmulatorReady; development: EmulatorReady },
): Promise<void> {
  const person = environments.production.people.find(({ email }) => email === limitedPerson);
  if (!person) return;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const id = randomUUID();
    const added = await client.query(
      `INSERT INTO staff (id, email, name, effective_role, all_customers) VALUES ($1, $2, $3, 'support', false)
       ON CONFLICT (email) DO NOTHING`,
      [id, person.email, person.name],
    );
    if (added.rowCount === 0) return;
    for (const [environment, emulator] of Object.entries(environments)) {
      for (const organizationId of await firstOrganizations(emulator)) {
        await client.query('INSERT INTO staff_customer VALUES ($1, $2, $3)', [
          id,
          environment,
          organizationId,
        ]);
      }
    }
  } finally {
    await client.end();
  }
}

async function firstOrganizations({ url, clientId, clientSecret }: EmulatorReady): Promise<string[]> {
  const credentials = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  const answer = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams(credentials),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const list = await fetch(`${url}/api/v1/organizations?page_size=${shownCustomers}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { organizations } = (await list.json()) as { organizations: { id: string }[] };
  return organizations.map(({ id }) => id);
}
