import { z } from 'zod';

/** What came back with a browser: the code, and the state where an address held one. */
export type Callback = { code: string; state: string | null };

/** Reads a code, alone or in the address that Scalekit sent the browser back to. A string says why there is none. */
export function readCallback(text: string): Callback | string {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text))
    return /^[\x21-\x7e]+$/.test(text) ? { code: text, state: null } : 'A code has no spaces in it.';
  if (!URL.canParse(text)) return 'This address cannot be read. Was it cut off?';
  const parameters = new URL(text).searchParams;
  const error = parameters.get('error');
  if (error) {
    const words = [error, parameters.get('error_description')].filter(Boolean).join(': ').slice(0, 300);
    return `There is no code: the sign-in ended with ${words}.`;
  }
  const code = parameters.get('code');
  if (!code) return 'There is no code in this address.';
  return { code, state: parameters.get('state') };
}

const code = z
  .string()
  .trim()
  .min(1, 'Paste the code, or the whole address that Scalekit sent the browser back to.')
  .max(4096, 'A code, or the address with it, has at most 4,096 characters.')
  .superRefine((text, context) => {
    const found = text === '' || text.length > 4096 ? null : readCallback(text);
    if (typeof found === 'string') context.addIssue({ code: 'custom', message: found });
  });

const client = {
  clientId: z
    .string()
    .trim()
    .max(128, 'A client id has at most 128 characters.')
    .regex(/^[\w-]*$/, 'A client id is letters, digits, - and _.'),
  clientSecret: z
    .string()
    .trim()
    .max(512, 'A client secret has at most 512 characters.')
    .regex(/^\S*$/, 'A client secret has no spaces in it.'),
};

/** Asked for in production, where the action checks it. */
const reason = z.string().trim().max(500, 'A reason has at most 500 characters.').default('');

export const exchangeCodeInput = z.object({
  code,
  redirectUri: z
    .url({
      protocol: /^[a-z][a-z0-9+.-]*$/,
      error: 'Give the whole address that the sign-in named, such as https://app.example/callback.',
    })
    .max(2048, 'This has at most 2,048 characters.'),
  codeVerifier: z
    .string()
    .trim()
    .regex(/^([\w.~-]{43,128})?$/, 'A code verifier is 43 to 128 letters, digits, and - . _ ~.'),
  ...client,
  reason,
});

export const refreshTokensInput = z.object({
  refreshToken: z
    .string()
    .trim()
    .min(1, 'Paste a refresh token.')
    .max(4096, 'A refresh token has at most 4,096 characters.')
    .regex(/^\S*$/, 'A refresh token has no spaces in it.'),
  ...client,
  reason,
});

/** The tokens of a sign-in, on their way to the screen. Null is one that Scalekit did not give. */
export type TokenSet = {
  accessToken: string;
  idToken: string | null;
  refreshToken: string | null;
  expiresInSeconds: number;
  scope: string | null;
};
