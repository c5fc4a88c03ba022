import type pg from 'pg';

const first =
  'heron north quarry zephyr amber river stone alder copper marsh silver falcon maple harbor granite willow cedar lantern orchard thistle';
const second =
  'gate wharf field ridge brook haven crest vale ford mill port dale moor bank cliff shore wood well bridge hollow';
const trades =
  'Rail Foods Logistics Energy Textiles Insurance Robotics Dairy Shipping Optics Paper Media Health Mining Glass Travel';

const people = `string_to_array('jane omar lucia pavel aiko bram nadia sven tara yusuf', ' ')`;

/** 10,000 customers with a domain, a connection and two keys each, and 100,000 users; names from small lists. */
export async function seedPalette(client: pg.Client): Promise<void> {
  const words = (list: string) => list.split(' ');
  await client.query(
    `CREATE TEMP TABLE customer AS
     SELECT n, 'org_' || 170000000000000000 + n AS id, 'crm-' || n AS external_id,
       initcap(($1::text[])[1 + n % 20] || ($2::text[])[1 + n / 20 % 20]) || ' ' || ($3::text[])[1 + n / 400 % 16] || ' ' || n AS title,
       ($1::text[])[1 + n % 20] || ($2::text[])[1 + n / 20 % 20] || n || '.example' AS domain
     FROM generate_series(1, 10000) n`,
    [words(first), words(second), words(trades)],
  );
  const into = (select: string) =>
    client.query(`INSERT INTO search_document
      (environment, kind, id, organization_ids, title, detail, exact, search_text, as_of)
      SELECT 'production', kind, id, owners, title, detail, exact,
        ' ' || lower(title || ' ' || detail) || ' ' ||
        regexp_replace(lower(title || ' ' || detail), '[^a-z0-9]+', ' ', 'g'), now()
      FROM (${select}) made`);
  await into(`SELECT 'organization' AS kind, id, ARRAY[id] AS owners, title, external_id AS detail,
    ARRAY[id, external_id] AS exact FROM customer`);
  await into(`SELECT 'domain' AS kind, 'dom_' || 170000000000000000 + n AS id, ARRAY[id] AS owners, domain AS title,
    '' AS detail, ARRAY['dom_' || 170000000000000000 + n, domain] AS exact FROM customer`);
  await into(`SELECT 'connection' AS kind, 'conn_' || 170000000000000000 + n AS id, ARRAY[id] AS owners,
    'Okta SAML' AS title, domain AS detail, ARRAY['conn_' || 170000000000000000 + n, domain] AS exact FROM customer`);
  await into(`SELECT 'api_key' AS kind, 'apit_' || 170000000000000000 + n * 2 + k AS id, ARRAY[id] AS owners,
    'Nightly export' AS title, '…' || left(md5(n || '-' || k), 4) AS detail,
    ARRAY['apit_' || 170000000000000000 + n * 2 + k, left(md5(n || '-' || k), 4)] AS exact
    FROM customer, generate_series(0, 1) k`);
  await into(`SELECT 'user' AS kind, 'usr_' || 170000000000000000 + n * 10 + u AS id, ARRAY[id] AS owners,
    initcap((${people})[1 + u]) || ' ' || split_part(title, ' ', 1) AS title,
    (${people})[1 + u] || '@' || domain AS detail,
    ARRAY['usr_' || 170000000000000000 + n * 10 + u,
      (${people})[1 + u] || '@' || domain] AS exact
    FROM customer, generate_series(0, 9) u`);
  await client.query('VACUUM ANALYZE search_document');
}
