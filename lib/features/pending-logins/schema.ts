import { z } from 'zod';
import { connectionId } from '@/lib/scalekit-ids';

const text = (noun: string, most = 256) =>
  z
    .string()
    .trim()
    .max(most, `${noun} has at most ${most.toLocaleString('en')} characters.`)
    .default('');

/** One to a line. */
const lines = (noun: string) =>
  z
    .string()
    .max(20_000, `The ${noun}s have at most 20,000 characters together.`)
    .default('')
    .refine(
      (list) => list.length > 20_000 || toLines(list).length <= 100,
      `There can be at most 100 ${noun}s.`,
    )
    .refine(
      (list) => list.length > 20_000 || toLines(list).every((one) => one.length <= 256),
      `A ${noun} has at most 256 characters: one to a line.`,
    );

/** The lines of a text that hold something, each once. */
export function toLines(list: string): string[] {
  return [...new Set(list.split('\n').map((line) => line.trim()))].filter(Boolean);
}

/** A JSON object in a text; undefined when it is none. */
export function readAttributes(json: string): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(json || '{}');
    return typeof read === 'object' && read && !Array.isArray(read)
      ? (read as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** What a login page tells Scalekit of who signed in. Empty is left out. */
export const updatePendingLoginInput = z
  .object({
    connectionId,
    loginRequestId: z
      .string()
      .trim()
      .max(64, 'A login request id has at most 64 characters.')
      .regex(/^[\w-]+$/, 'Give the login_request_id of the address that the login page was opened with.'),
    outcome: z.enum(['signed_in', 'failed'], { error: 'Choose one of the two.' }),
    sub: text('An id'),
    email: z
      .email('Give an e-mail address, such as jo@example.com.')
      .max(320, 'An e-mail address has at most 320 characters.')
      .or(z.literal('')),
    emailVerified: z.boolean().default(false),
    name: text('A name'),
    givenName: text('A given name'),
    familyName: text('A family name'),
    preferredUsername: text('A user name'),
    phoneNumber: text('A phone number', 64),
    phoneNumberVerified: z.boolean().default(false),
    picture: z
      .url({ protocol: /^https?$/, error: 'Give a whole address that begins with https://.' })
      .max(2048, 'An address has at most 2,048 characters.')
      .or(z.literal(''))
      .default(''),
    gender: text('A gender', 64),
    locale: text('A locale', 35),
    groups: lines('group'),
    roles: lines('role'),
    organizationExternalId: text('An external id', 200),
    organizationExternalName: text('A name', 200),
    customAttributes: z
      .string()
      .trim()
      .max(20_000, 'Custom attributes have at most 20,000 characters.')
      .refine(
        (json) => json.length > 20_000 || readAttributes(json) !== undefined,
        'Give a JSON object, such as {"team": "platform"}.',
      )
      .default(''),
    reason: z.string().trim().max(500, 'A reason has at most 500 characters.').default(''),
  })
  .superRefine(({ outcome, sub, email }, context) => {
    if (outcome === 'failed') return;
    const complain = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (sub === '') complain('sub', 'Give the id that the person has in your own system.');
    if (email === '') complain('email', 'Give the e-mail address of the person.');
  });

export type PendingLoginInput = z.output<typeof updatePendingLoginInput>;

/** Under which the sign-in stands in the login log. */
export type UpdatedLogin = { authRequestId: string };
