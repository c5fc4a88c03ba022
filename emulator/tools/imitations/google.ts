import { z } from 'zod';
import { hoursAgo, imitate, limit, type ToolContext, times } from '../imitation';
import { emailOf, people, subjects } from './words.data';

const calendarId = z.string().default('primary').describe('Id of the calendar');

function event(context: ToolContext, index: number) {
  return {
    id: context.random.text(26).toLowerCase(),
    status: 'confirmed',
    summary: context.random.pick(subjects),
    start: { dateTime: hoursAgo(context, -(index * 9 + 2)) },
    end: { dateTime: hoursAgo(context, -(index * 9 + 3)) },
    attendees: people.slice(0, 2).map((name) => ({ email: emailOf(name), responseStatus: 'accepted' })),
  };
}

export const googlecalendar = [
  imitate('googlecalendar_list_calendars', 'List the calendars of the person.', {}, (_, { identifier }) => ({
    items: [
      { id: identifier, summary: identifier, primary: true, accessRole: 'owner' },
      { id: 'team@group.calendar.example', summary: 'Team', primary: false, accessRole: 'reader' },
    ],
  })),
  imitate(
    'googlecalendar_list_events',
    'List the events of a calendar that are coming up.',
    { calendar_id: calendarId, max_results: limit(50, 5) },
    ({ calendar_id, max_results }, context) => ({
      calendarId: calendar_id,
      items: times(max_results, (index) => event(context, index)),
    }),
  ),
  imitate(
    'googlecalendar_create_event',
    'Create an event.',
    {
      calendar_id: calendarId,
      summary: z.string().min(1).describe('Title'),
      start_datetime: z.iso.datetime().describe('Start, RFC 3339 in UTC'),
      event_duration_minutes: z.int().min(5).max(1440).default(30),
      attendees: z.array(z.email()).default([]).describe('Addresses of the guests'),
    },
    ({ summary, start_datetime, event_duration_minutes, attendees }, context) => ({
      ...event(context, 0),
      summary,
      start: { dateTime: start_datetime },
      end: {
        dateTime: new Date(Date.parse(start_datetime) + event_duration_minutes * 60_000).toISOString(),
      },
      attendees: attendees.map((email) => ({ email, responseStatus: 'needsAction' })),
    }),
  ),
];

function file(context: ToolContext, index: number) {
  return {
    id: `1${context.random.text(32)}`,
    name: context.random.pick(subjects),
    mimeType: index % 2 ? 'application/vnd.google-apps.spreadsheet' : 'application/vnd.google-apps.document',
    modifiedTime: hoursAgo(context, index * 13 + 1),
    owners: [{ emailAddress: context.identifier }],
  };
}

export const googledrive = [
  imitate(
    'googledrive_search_files',
    'Search files by name.',
    { query: z.string().optional().describe('Part of the name'), page_size: limit(100) },
    ({ page_size }, context) => ({ files: times(page_size, (index) => file(context, index)) }),
  ),
  imitate(
    'googledrive_get_file_metadata',
    'Get what is known of a file.',
    { file_id: z.string().min(1) },
    ({ file_id }, context) => ({ ...file(context, 0), id: file_id }),
  ),
  imitate(
    'googledrive_create_folder',
    'Create a folder.',
    { name: z.string().min(1), parent_id: z.string().optional() },
    ({ name, parent_id }, context) => ({
      id: `1${context.random.text(32)}`,
      name,
      mimeType: 'application/vnd.google-apps.folder',
      parents: [parent_id ?? 'root'],
    }),
  ),
];
