import { z } from 'zod';
import { hoursAgo, imitate, limit, type ToolContext, times, UpstreamFailure } from '../imitation';
import { emailOf, people, subjects } from './words.data';

const recipient = z.email().describe('Address of the recipient');

function gmailMessage(context: ToolContext, index: number) {
  const { identifier, random } = context;
  const sender = random.pick(people);
  return {
    id: `19${random.text(14).toLowerCase()}`,
    threadId: `19${random.text(14).toLowerCase()}`,
    labelIds: index % 3 === 0 ? ['INBOX', 'UNREAD'] : ['INBOX'],
    from: `${sender} <${emailOf(sender)}>`,
    to: identifier,
    subject: random.pick(subjects),
    snippet: 'Thanks for the call this morning. As agreed, here is what we still need from you',
    date: hoursAgo(context, index * 5 + 1),
  };
}

export const gmail = [
  imitate(
    'gmail_fetch_mails',
    'Fetch e-mails from the mailbox, newest first.',
    {
      query: z.string().optional().describe('Search as in the Gmail search box, e.g. is:unread'),
      max_results: limit(50),
      format: z.enum(['minimal', 'metadata', 'full']).default('metadata').describe('How much of each'),
    },
    ({ max_results }, context) => ({
      messages: times(max_results, (index) => gmailMessage(context, index)),
      resultSizeEstimate: 201,
    }),
  ),
  imitate(
    'gmail_get_profile',
    'Get the address and the counts of the mailbox.',
    {},
    (_, { identifier, random }) => ({
      emailAddress: identifier,
      messagesTotal: 4000 + random.below(9000),
      threadsTotal: 2000 + random.below(1500),
      historyId: String(7_000_000 + random.below(900_000)),
    }),
  ),
  imitate('gmail_list_labels', 'List the labels of the mailbox.', {}, () => ({
    labels: ['INBOX', 'SENT', 'DRAFT', 'SPAM', 'TRASH', 'UNREAD', 'STARRED'].map((name) => ({
      id: name,
      name,
      type: 'system',
    })),
  })),
  imitate(
    'gmail_send_message',
    'Send an e-mail.',
    {
      to: recipient,
      subject: z.string().min(1).describe('Subject line'),
      body: z.string().describe('Plain text'),
      cc: z.array(z.email()).optional().describe('Addresses of copies'),
    },
    ({ to }, { random }) => {
      if (to.endsWith('@invalid.example'))
        throw new UpstreamFailure(400, 'invalidArgument', 'Invalid To header');
      const id = `19${random.text(14).toLowerCase()}`;
      return { id, threadId: id, labelIds: ['SENT'] };
    },
  ),
];

export const outlook = [
  imitate(
    'outlook_list_messages',
    'List messages of a mail folder, newest first.',
    { folder: z.string().default('inbox').describe('Name of the folder'), top: limit(50) },
    ({ top, folder }, context) => ({
      folder,
      value: times(top, (index) => {
        const sender = context.random.pick(people);
        return {
          id: `AAMk${context.random.text(20)}`,
          subject: context.random.pick(subjects),
          from: { emailAddress: { name: sender, address: emailOf(sender) } },
          receivedDateTime: hoursAgo(context, index * 4 + 2),
          isRead: index % 2 === 1,
        };
      }),
    }),
  ),
  imitate(
    'outlook_send_message',
    'Send an e-mail.',
    { to: recipient, subject: z.string().min(1), body: z.string() },
    () => ({ status: 'accepted' }),
  ),
  imitate(
    'outlook_list_events',
    'List the events of the calendar that are coming up.',
    { top: limit(50, 5) },
    ({ top }, context) => ({
      value: times(top, (index) => ({
        id: `AAMkE${context.random.text(18)}`,
        subject: context.random.pick(subjects),
        start: { dateTime: hoursAgo(context, -(index * 6 + 3)), timeZone: 'UTC' },
        end: { dateTime: hoursAgo(context, -(index * 6 + 4)), timeZone: 'UTC' },
      })),
    }),
  ),
];
