import { z } from 'zod';
import { type ApiAct, apiActs } from '@/lib/api-effects';
import type { WireRoute } from '@/lib/wire-request';

const word = (most: number) => z.string().trim().max(most).default('').catch('');

/** What the list of operations is narrowed by. What does not fit reads as not set. */
export const operationFilters = z.object({
  q: word(100),
  service: word(50),
  act: z
    .enum(['', ...apiActs])
    .default('')
    .catch(''),
});
export type OperationFilters = z.output<typeof operationFilters>;

const operationKey = z.string().regex(/^[a-zA-Z]{1,40}\.[a-zA-Z]{1,80}$/, 'This is no operation of the API.');

export const operationInput = z.object({ operation: operationKey });

/** The most characters of an input. */
const longestParams = 100_000;

export const sendInput = z.object({
  operation: operationKey,
  params: z
    .record(z.string(), z.unknown(), 'The input is a JSON object.')
    .default({})
    .refine(
      (params) => JSON.stringify(params).length <= longestParams,
      'The input has more than 100,000 characters.',
    ),
  /** Asked for in production where the act does. */
  reason: z.string().trim().max(500, 'A reason has at most 500 characters.').default(''),
});

export const revealInput = z.object({ sealed: z.string().min(1).max(2_000_000) });

export type OperationRow = {
  key: string;
  service: string;
  verb: string;
  /** The preferred route. */
  path: string;
  summary: string;
  /** Null: a client token may not call it. */
  act: ApiAct | null;
  preview: boolean;
  deprecated: boolean;
  /** Who may call it besides, or instead: in words. */
  callers: string[];
};

export type OperationList = {
  rows: OperationRow[];
  /** Every service, whatever the filter. */
  services: string[];
  /** How many there are in all, and how many a client token may call. */
  total: number;
  callable: number;
};

/** A JSON Schema of what an operation takes. */
export type InputSchema = Record<string, unknown>;

export type OperationDetail = OperationRow & {
  description: string;
  routes: WireRoute[];
  schema: InputSchema;
  /** A field that makes more of the call, and what it then is. */
  raisedBy: string | null;
  /** Where the environment answers. */
  base: string;
};

/** A secret of an answer, sealed: only the server opens it, for this session and for ten minutes. */
export type SealedSecret = { path: string; sealed: string };

export type SendResult = {
  status: number;
  /** Milliseconds. */
  took: number;
  requestId: string;
  headers: [name: string, value: string][];
  /** Indented JSON, its secrets masked. */
  text: string;
  /** True when only the first 200,000 characters are here. */
  truncated: boolean;
  secrets: SealedSecret[];
};

export type RevealedSecret = { operation: string; path: string; value: string };

export const snippetInput = z.object({ operations: z.array(operationKey).max(10) });

/** What a page needs to show calls as code. */
export type SnippetOperations = {
  /** Where the environment answers. */
  base: string;
  operations: { operation: string; summary: string; routes: WireRoute[] }[];
};
