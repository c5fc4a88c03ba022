import { z } from 'zod';
import { connectionId, organizationId } from '@/lib/scalekit-ids';

const long = 'This has at most 2,048 characters.';
const text = z.string().trim().max(2048, long);
/** A field that may be left empty. */
const optional = <Schema extends z.ZodType<string>>(schema: Schema) => z.union([z.literal(''), schema]);
const address = z
  .url({
    protocol: /^[a-z][a-z0-9+.-]*$/,
    error: 'Give a whole address, such as https://app.example/callback.',
  })
  .max(2048, long);

export const socialProviders = ['google', 'microsoft', 'github', 'gitlab', 'linkedin', 'salesforce'] as const;
export const prompts = ['login', 'consent', 'create', 'none'] as const;

/** What GET /oauth/authorize takes. Empty is left out. */
export const signInUrlInput = z.object({
  client_id: text.min(1, 'Give the client id of the application.'),
  redirect_uri: address,
  scope: text,
  state: text,
  nonce: text,
  provider: z.enum(['', ...socialProviders], { error: 'Choose one of the list.' }),
  connection_id: optional(connectionId),
  organization_id: optional(organizationId),
  domain: optional(
    z
      .string()
      .trim()
      .max(253, 'A domain has at most 253 characters.')
      .regex(/^[^\s/@]+\.[^\s/@]+$/, 'Give a domain alone, such as heronsgate.example.'),
  ),
  login_hint: optional(
    z.email('Give an e-mail address.').max(320, 'An e-mail address has at most 320 characters.'),
  ),
  prompt: z.enum(['', ...prompts], { error: 'Choose one of the list.' }),
  code_challenge: text,
});
export type SignInUrlInput = z.output<typeof signInUrlInput>;

/** What GET /oidc/logout takes. */
export const signOutUrlInput = z.object({
  id_token_hint: z
    .string()
    .trim()
    .max(16_384, 'An ID token has at most 16,384 characters.')
    .regex(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/, 'Paste an ID token: three parts with dots between.')
    .or(z.literal('')),
  post_logout_redirect_uri: optional(address),
  state: text,
});

/** The address that begins a sign-in. `base` is the environment's, without a slash at its end. */
export function buildSignInUrl(base: string, { domain, ...input }: SignInUrlInput): string {
  return build(`${base}/oauth/authorize`, {
    response_type: 'code',
    ...input,
    // SDKs disagree on the name, so Scalekit's own send both.
    domain,
    domain_hint: domain,
    code_challenge_method: input.code_challenge && 'S256',
  });
}

/** The address that ends the session of a person, for their own browser. */
export function buildSignOutUrl(base: string, input: z.output<typeof signOutUrlInput>): string {
  return build(`${base}/oidc/logout`, input);
}

function build(address: string, parameters: Record<string, string>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== '');
  return given.length === 0 ? address : `${address}?${new URLSearchParams(given)}`;
}

const choices = [
  ['provider', 'the social provider'],
  ['connection_id', 'the connection'],
  ['organization_id', 'the organization’s connection'],
  ['domain', 'the connection of the domain'],
  ['login_hint', 'the connection of the e-mail’s domain'],
] as const;

/** Which of the given parameters chooses the way in, and which of the others Scalekit then does not look at. */
export function explainChoice(input: Pick<SignInUrlInput, (typeof choices)[number][0]>): string {
  const [first, ...others] = choices.filter(([name]) => input[name] !== '');
  if (!first)
    return 'Nothing chooses the way in: Scalekit shows its own sign-in page, with all methods of the environment.';
  const rest = others.map(([name]) => name).join(', ');
  return `Scalekit follows ${first[0]}: ${first[1]}.${rest ? ` It does not choose by ${rest}.` : ''}`;
}
