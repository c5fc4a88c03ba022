import { z } from 'zod';
import { keyValueRows } from '@/lib/key-values';

export const templates = ['SIGNIN', 'SIGNUP'] as const;
export type Template = (typeof templates)[number];

const requestId = z
  .string()
  .trim()
  .max(200, 'An auth request id has at most 200 characters.')
  .regex(/^\S*$/, 'An auth request id has no spaces in it.');

export const sendPasswordlessInput = z.object({
  email: z
    .email('Give an e-mail address, such as jo@example.com.')
    .max(320, 'An e-mail address has at most 320 characters.'),
  template: z.enum(templates, { error: 'Choose one of the list.' }),
  magiclinkAuthUri: z
    .url({ protocol: /^https?$/, error: 'Give a whole address that begins with https://.' })
    .max(1000, 'An address has at most 1,000 characters.')
    .or(z.literal('')),
  state: z.string().trim().max(1000, 'A state has at most 1,000 characters.'),
  /** Empty: Scalekit's own five minutes. */
  expiresIn: z.union(
    [z.literal(''), z.coerce.number<number | string>().int().min(30).max(86_400)],
    'Give whole seconds, from 30 to 86,400 (a day); empty is five minutes.',
  ),
  templateVariables: keyValueRows({ noun: 'variable', pairs: 30, minKey: 2, maxKey: 25, maxValue: 256 }),
});

export const resendPasswordlessInput = z.object({
  authRequestId: requestId.min(1, 'Give the auth request id that the first mail was sent under.'),
});

const longestLink = 2048;

/** The token of a link, from the token alone or the whole address in the mail. */
export function readLinkToken(text: string): string {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return text;
  return new URL(text).searchParams.get('link_token') ?? '';
}

export const verifyPasswordlessInput = z
  .object({
    authRequestId: requestId,
    code: z
      .string()
      .trim()
      .max(20, 'A code has at most 20 characters.')
      .regex(/^\S*$/, 'A code has no spaces in it.'),
    linkToken: z
      .string()
      .trim()
      .max(longestLink, 'A link has at most 2,048 characters.')
      .refine(
        (text) => text === '' || text.length > longestLink || /^\S{1,100}$/.test(readLinkToken(text)),
        'Paste the address in the mail, which holds link_token=, or that token alone.',
      ),
    reason: z.string().trim().max(500, 'A reason has at most 500 characters.').default(''),
  })
  .superRefine(({ authRequestId, code, linkToken }, context) => {
    const complain = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (code === '' && linkToken === '') complain('code', 'Give the code in the mail, or its link.');
    if (code !== '' && linkToken !== '') complain('linkToken', 'Give the code or the link, not both.');
    if (code !== '' && authRequestId === '')
      complain('authRequestId', 'A code needs the auth request id that it was sent under.');
  });

export const proofTypes = { OTP: 'a code', LINK: 'a link', LINK_OTP: 'a code and a link' } as const;
export type ProofType = keyof typeof proofTypes;

/** A mail that is on its way. */
export type SentMail = {
  authRequestId: string;
  /** How long what it holds lives yet, in milliseconds, by the server's clock. */
  livesMs: number;
  /** What the environment's settings put into it; null when this console does not know the kind. */
  type: ProofType | null;
};

/** An address that somebody has proved to be theirs. */
export type ProvedAddress = {
  email: string;
  state: string | null;
  template: Template | null;
  provedBy: ProofType | null;
};
