import { z } from 'zod';
import { imitate, limit, times, UpstreamFailure } from '../imitation';
import { emailOf, people, subjects } from './words.data';

const channels = ['general', 'support', 'incidents', 'customer-northwharf', 'releases'];
const channel = z.string().min(1).describe('Name or id of the channel');

// Ids are made of the name, so that a channel that was listed can be used.
const channelId = (name: string) => `C0${name.toUpperCase().replaceAll('-', '').slice(0, 9).padEnd(9, 'X')}`;

function findChannel(wanted: string): string {
  const name = channels.find((one) => one === wanted.replace(/^#/, '') || channelId(one) === wanted);
  if (!name) throw new UpstreamFailure(404, 'channel_not_found', 'channel_not_found');
  return name;
}

const timestamp = (ms: number) => (ms / 1000).toFixed(6);

export const slack = [
  imitate(
    'slack_list_channels',
    'List the channels of the workspace.',
    { limit: limit(200, 100) },
    ({ limit: most }) => ({
      ok: true,
      channels: channels.slice(0, most).map((name, index) => ({
        id: channelId(name),
        name,
        is_channel: true,
        is_archived: false,
        num_members: 12 + index * 7,
      })),
    }),
  ),
  imitate(
    'slack_send_message',
    'Send a message to a channel.',
    { channel, text: z.string().min(1).max(40_000).describe('The message, in mrkdwn') },
    ({ channel: wanted, text }, { now }) => ({
      ok: true,
      channel: channelId(findChannel(wanted)),
      ts: timestamp(now),
      message: { type: 'message', text, ts: timestamp(now) },
    }),
  ),
  imitate(
    'slack_fetch_conversation_history',
    'Fetch the messages of a channel, newest first.',
    { channel, limit: limit(100) },
    ({ channel: wanted, limit: most }, { now, random }) => ({
      ok: true,
      channel: channelId(findChannel(wanted)),
      messages: times(most, (index) => ({
        type: 'message',
        user: `U0${random.text(9).toUpperCase()}`,
        text: random.pick(subjects),
        ts: timestamp(now - index * 780_000),
      })),
      has_more: true,
    }),
  ),
  imitate('slack_list_users', 'List the people of the workspace.', { limit: limit(200, 100) }, () => ({
    ok: true,
    members: people.map((name, index) => ({
      id: `U0MEMBER${index}XX`,
      name: name.toLowerCase().replace(' ', '.'),
      real_name: name,
      profile: { email: emailOf(name) },
    })),
  })),
];
