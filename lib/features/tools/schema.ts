import { z } from 'zod';
import { pageToken } from '@/lib/page';

export const toolPageSize = 50;
export const toolRunPageSize = 50;

export const toolViews = ['catalogue', 'available', 'scoped'] as const;
export type ToolView = (typeof toolViews)[number];

const filter = (most: number) => z.string().trim().max(most).default('').catch('');

/** What GET /tools narrows by, with its own limits. What does not fit reads as not set. */
export const toolFilters = z.object({
  view: z.enum(toolViews).default('catalogue').catch('catalogue'),
  /** Part of a name; three characters at least, says the API. */
  text: filter(100),
  provider: filter(50),
  identifier: filter(100),
  toolName: filter(200),
  connector: filter(400),
  accountId: filter(100),
  organizationId: filter(32),
  userId: filter(32),
});

export type ToolFilters = z.output<typeof toolFilters>;

export const listToolsInput = toolFilters.extend({ pageToken });

/** True for a list that says something of a person: who has which accounts. */
export function namesSomebody(filters: z.output<typeof toolFilters>): boolean {
  const { view, identifier, connector, accountId, organizationId, userId } = filters;
  return view !== 'catalogue' || [identifier, connector, accountId, organizationId, userId].some(Boolean);
}

const toolName = z.string().trim().min(1, 'Name the tool.').max(200, 'A name has at most 200 characters.');

export const toolInput = z.object({ name: toolName });

export const toolAccountsInput = z.object({ provider: z.string().min(1).max(50) });

export const listToolRunsInput = z.object({ pageToken });

/** A JSON object as it stands in a tool's definition. */
export type Schema = Record<string, unknown>;

export type ToolRow = {
  /** Of a scoped tool, the name and the account: the row's own. */
  key: string;
  name: string;
  provider: string;
  description: string;
  isDefault: boolean;
  /** Of a scoped tool: the account that would run it. */
  accountId: string | null;
};

export type ToolDetail = Omit<ToolRow, 'key' | 'accountId'> & {
  id: string;
  tags: string[];
  schemaVersion: string | null;
  toolVersion: string | null;
  updatedAt: string | null;
  inputSchema: Schema | null;
  outputSchema: Schema | null;
};

/** Somebody's account at the provider of a tool. */
export type ToolAccount = { id: string; identifier: string; connector: string; active: boolean };

/** Whose error a run ended in, if it did. */
export const runOutcomes = ['ok', 'provider', 'account', 'input', 'scalekit', 'unknown'] as const;
export type RunOutcome = (typeof runOutcomes)[number];

export type ToolRunRow = {
  id: string;
  createdAt: string;
  actorEmail: string;
  kind: 'tool' | 'proxy';
  /** The tool's name; of a proxied request the HTTP method. */
  name: string;
  identifier: string | null;
  connector: string | null;
  accountId: string | null;
  outcome: RunOutcome;
  /** HTTP status of the provider, of a proxied request. */
  status: number | null;
  executionId: string | null;
  requestId: string | null;
  /** Milliseconds. */
  took: number;
};

const text = (most: number, noun: string) =>
  z
    .string()
    .trim()
    .max(most, `${noun} has at most ${most.toLocaleString('en')} characters.`)
    .default('');

const seconds = 'A time-out is 1 to 60 seconds.';
/** Empty: the console's own. */
const timeoutSeconds = z
  .union([z.literal(''), z.coerce.number<number | string>().int().min(1).max(60)], seconds)
  .default('');

/** Asked for in production, where the action checks it. */
const reason = text(500, 'A reason');

/** The most characters of a tool's input. */
const longestParams = 100_000;

export const runToolInput = z
  .object({
    name: toolName,
    params: z
      .record(z.string(), z.unknown())
      .default({})
      .refine(
        (params) => JSON.stringify(params).length <= longestParams,
        'The input has more than 100,000 characters.',
      ),
    identifier: text(100, 'An identifier'),
    connector: text(400, 'A connection key'),
    accountId: text(100, 'An account id').refine(
      (id) => id === '' || id.startsWith('ca_'),
      'An account id starts with ca_.',
    ),
    organizationId: text(100, 'An organization id'),
    userId: text(100, 'A user id'),
    agentRunId: text(255, 'A run id'),
    timeoutSeconds,
    reason,
  })
  .refine(
    ({ identifier, accountId, organizationId, userId }) =>
      identifier || accountId || organizationId || userId,
    {
      path: ['identifier'],
      error: 'Say whose account runs it: an identifier, or the id of an account.',
    },
  );

export type RunResult = { executionId: string; output: Schema; took: number };

export const proxyMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export const bodyKinds = ['none', 'json', 'form', 'text'] as const;
export type BodyKind = (typeof bodyKinds)[number];

/** Lines of `name<separator>value` as pairs; blank lines do not count. Null: a line has no separator. */
export function readPairs(lines: string, separator: string): [string, string][] | null {
  const pairs: [string, string][] = [];
  for (const line of lines.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const at = line.indexOf(separator);
    if (at < 1) return null;
    pairs.push([line.slice(0, at).trim(), line.slice(at + 1).trim()]);
  }
  return pairs;
}

/** Keydesk's own, those that say whose account it is, and those that HTTP itself sets. */
const reserved =
  /^(authorization|proxy-.*|cookie|connection_name|identifier|host|connection|content-length|transfer-encoding|expect|upgrade|te|trailer|keep-alive|user-agent|x-request-id)$/i;

function headerProblem(lines: string): string | null {
  const pairs = readPairs(lines, ':');
  if (!pairs) return 'One header on each line: Name: value.';
  for (const [name, value] of pairs) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return `${name} is no name of a header.`;
    if (reserved.test(name)) return `${name} is set by Keydesk or by HTTP itself: leave it out.`;
    if (!/^[\t\x20-\x7e]*$/.test(value))
      return `The value of ${name} has characters that no header can hold.`;
  }
  return null;
}

const pairsOf = (separator: string, sentence: string) =>
  text(20_000, 'It').refine((lines) => readPairs(lines, separator) !== null, sentence);

export const proxyRequestInput = z
  .object({
    method: z.enum(proxyMethods, 'Choose the method.').default('GET'),
    path: text(2_000, 'A path')
      .refine((path) => path !== '', 'Give the path at the provider, such as /v1/contacts.')
      .refine((path) => !/[?#\s]/.test(path), 'A path has no spaces; what follows a ? goes into the query.'),
    query: pairsOf('=', 'One parameter on each line: name=value.'),
    headers: text(20_000, 'It').superRefine((lines, context) => {
      const problem = headerProblem(lines);
      if (problem) context.addIssue(problem);
    }),
    bodyKind: z.enum(bodyKinds).default('none'),
    body: z.string().max(100_000, 'A body has at most 100,000 characters.').default(''),
    connector: text(400, 'A connection key').refine(
      (key) => key !== '',
      'Give the key of the app connection.',
    ),
    identifier: text(100, 'An identifier').refine((one) => one !== '', 'Say whose account it is.'),
    timeoutSeconds,
    reason,
  })
  .superRefine(({ method, bodyKind, body }, context) => {
    const problem = bodyProblem(method, bodyKind, body);
    if (problem) context.addIssue({ code: 'custom', path: [problem.field], message: problem.sentence });
  });

function bodyProblem(
  method: string,
  kind: BodyKind,
  body: string,
): { field: string; sentence: string } | null {
  if (method === 'GET' && kind !== 'none')
    return { field: 'bodyKind', sentence: 'A GET request has no body.' };
  if (kind === 'json' && !isJson(body)) return { field: 'body', sentence: 'This is no JSON.' };
  if (kind === 'form' && !readPairs(body, '=')) {
    return { field: 'body', sentence: 'One field on each line: name=value.' };
  }
  return null;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** How much of an answer's body is read. */
export const mostBodyBytes = 64 * 1024;

export type ProxyResult = {
  /** HTTP status of the provider. */
  status: number;
  headers: [name: string, value: string][];
  body: string;
  /** True when only the first 64 KB are here. */
  truncated: boolean;
  took: number;
};
