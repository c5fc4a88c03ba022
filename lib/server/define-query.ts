import 'server-only';
import { cache } from 'react';
import type { z } from 'zod';
import type { Permission } from '@/lib/auth/permissions';
import { authorize, type Principal, type Scope } from '@/lib/auth/principal';
import { requirePrincipal } from '@/lib/auth/session';
import { type ScalekitClient, scalekitClient } from '@/lib/scalekit/client';
import { parseInput } from './parse-input';
import { watchReads } from './snapshots/keeping';

export type QueryContext = { environment: string; principal: Principal; scalekit: ScalekitClient };

export type QueryDefinition<Schema extends z.ZodType, Row> = {
  permission: Permission;
  input: Schema;
  /** Names what is read, so that a person limited to some customers is limited here too. */
  scope: (input: z.output<Schema>, context: QueryContext) => Scope | Promise<Scope>;
  /** Returns plain rows: ISO dates, no bigint, no protobuf messages. */
  load: (input: z.output<Schema>, context: QueryContext) => Promise<Row>;
};

export type Query<Schema extends z.ZodType, Row> = {
  (environment: string, input: z.input<Schema>): Promise<Row>;
  definition: QueryDefinition<Schema, Row>;
};

/**
 * Makes a server read: session, permission and customer scope are checked before `load` runs.
 * Identical calls within one request run once.
 * @throws AppError unauthenticated, forbidden, invalid, and whatever `load` throws
 */
export function defineQuery<Schema extends z.ZodType, Row>(
  definition: QueryDefinition<Schema, Row>,
): Query<Schema, Row> {
  const once = cache(async (environment: string, json: string) => {
    const principal = await requirePrincipal(environment);
    return runQuery(definition, environment, principal, JSON.parse(json));
  });
  const query = (environment: string, input: z.input<Schema>) =>
    once(environment, JSON.stringify(input ?? {}));
  return Object.assign(query, { definition });
}

/** The read itself for a known person; the part of `defineQuery` that tests call directly. */
export async function runQuery<Schema extends z.ZodType, Row>(
  definition: QueryDefinition<Schema, Row>,
  environment: string,
  principal: Principal,
  raw: unknown,
): Promise<Row> {
  const input = parseInput(definition.input, raw);
  const scalekit = watchReads(environment, scalekitClient(environment));
  const context = { environment, principal, scalekit };
  // The role is checked before the scope is looked up: finding the owner of an id may cost an upstream call.
  authorize(principal, definition.permission, { kind: 'assigned' });
  authorize(principal, definition.permission, await definition.scope(input, context));
  return definition.load(input, context);
}
