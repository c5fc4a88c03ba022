import { z } from 'zod';
import { hoursAgo, imitate, limit, type ToolContext, times, UpstreamFailure } from '../imitation';
import { companies, emailOf, people, subjects } from './words.data';

function contact(context: ToolContext, index: number) {
  const name = context.random.pick(people);
  const [firstname = '', lastname = ''] = name.split(' ');
  return {
    id: String(50_100 + index),
    properties: { firstname, lastname, email: emailOf(name), company: context.random.pick(companies) },
    createdAt: hoursAgo(context, index * 30 + 5),
  };
}

export const hubspot = [
  imitate('hubspot_contacts_list', 'List contacts.', { limit: limit(100) }, ({ limit: most }, context) => ({
    results: times(most, (index) => contact(context, index)),
  })),
  imitate(
    'hubspot_contacts_search',
    'Search contacts by name or address.',
    { query: z.string().min(1), limit: limit(100) },
    ({ query }, context) => {
      const results = times(people.length, (index) => contact(context, index)).filter(({ properties }) =>
        Object.values(properties).some((value) => value.toLowerCase().includes(query.toLowerCase())),
      );
      return { total: results.length, results };
    },
  ),
  imitate(
    'hubspot_contact_create',
    'Create a contact.',
    { email: z.email(), firstname: z.string().optional(), lastname: z.string().optional() },
    (properties, context) => ({
      id: '50990',
      properties: { ...properties },
      createdAt: hoursAgo(context, 0),
    }),
  ),
  imitate('hubspot_deals_list', 'List deals.', { limit: limit(100) }, ({ limit: most }, { random }) => ({
    results: times(most, (index) => ({
      id: String(88_000 + index),
      properties: {
        dealname: `${random.pick(companies)} expansion`,
        amount: String(1000 * (5 + random.below(90))),
        dealstage: random.pick(['qualifiedtobuy', 'contractsent', 'closedwon']),
      },
    })),
  })),
];

const recordId = (random: ToolContext['random'], prefix: string) => `${prefix}${random.text(12)}`;

export const salesforce = [
  imitate(
    'salesforce_query_soql',
    'Run a SOQL query.',
    {
      soql_query: z
        .string()
        .regex(/^\s*select\s/i, 'must be a SELECT')
        .describe('SELECT Id, Name FROM …'),
    },
    ({ soql_query }, { random }) => {
      const type = /\sfrom\s+(\w+)/i.exec(soql_query)?.[1];
      if (!type) throw new UpstreamFailure(400, 'MALFORMED_QUERY', 'unexpected end of query');
      const records = companies.map((Name) => ({ attributes: { type }, Id: recordId(random, '001'), Name }));
      return { totalSize: records.length, done: true, records };
    },
  ),
  imitate('salesforce_accounts_list', 'List accounts.', { limit: limit(200) }, (_, { random }) => ({
    records: companies.map((Name) => ({ Id: recordId(random, '001'), Name, Type: 'Customer' })),
  })),
  imitate(
    'salesforce_lead_create',
    'Create a lead.',
    { LastName: z.string().min(1), Company: z.string().min(1), Email: z.email().optional() },
    (_, { random }) => ({ id: recordId(random, '00Q'), success: true, errors: [] }),
  ),
];

function ticket(context: ToolContext, id: number) {
  return {
    id,
    subject: context.random.pick(subjects),
    status: context.random.pick(['new', 'open', 'pending', 'solved']),
    priority: context.random.pick(['low', 'normal', 'high']),
    requester: { name: context.random.pick(people) },
    created_at: hoursAgo(context, id % 97),
  };
}

const ticketId = z.int().positive().describe('Number of the ticket');

export const zendesk = [
  imitate('zendesk_tickets_list', 'List tickets.', { per_page: limit(100) }, ({ per_page }, context) => ({
    tickets: times(per_page, (index) => ticket(context, 4210 - index)),
    count: 4210,
  })),
  imitate('zendesk_ticket_get', 'Get a ticket.', { ticket_id: ticketId }, ({ ticket_id }, context) => {
    if (ticket_id > 4210) throw new UpstreamFailure(404, 'RecordNotFound', 'Not found');
    return { ticket: ticket(context, ticket_id) };
  }),
  imitate(
    'zendesk_ticket_create',
    'Create a ticket.',
    {
      subject: z.string().min(1),
      comment_body: z.string().min(1),
      priority: z.enum(['low', 'normal', 'high', 'urgent']).default('normal'),
    },
    ({ subject, priority }, context) => ({
      ticket: { ...ticket(context, 4211), subject, priority, status: 'new' },
    }),
  ),
  imitate(
    'zendesk_ticket_reply',
    'Answer a ticket.',
    { ticket_id: ticketId, body: z.string().min(1), public: z.boolean().default(true) },
    ({ ticket_id, body, public: isPublic }, context) => ({
      ticket: ticket(context, ticket_id),
      comment: { body, public: isPublic, created_at: hoursAgo(context, 0) },
    }),
  ),
];
