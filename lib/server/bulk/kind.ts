import 'server-only';
import type { z } from 'zod';
import type { Permission } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { scalekitClient } from '@/lib/scalekit/client';
import type { ActionDefinition } from '../action-definition';
import { parseInput } from '../parse-input';
import { runAction } from '../run-action';

/** An act to be done. `input` is the single act's own, without secrets. */
export type NewItem = {
  /** Names it within the job; a second item with the same key is left out. */
  key: string;
  label: string;
  input: Record<string, unknown>;
  /** Set for what is not to be sent at all: why, in words. */
  skipped?: string;
};

/** A step of the search for items. `done` of `total` places were searched; `next` is null after the last. */
export type PlanStep = { items: NewItem[]; done: number; total: number; next: string | null };

type Job = { id: string; environment: string; organizationId: string | null };
type LookUp<Input> = (input: Input, scalekit: ScalekitClient) => Promise<string | null>;

/** What a job can do many times over. Made by `bulkKind`. */
export type BulkKind = {
  /** The permission of the single act: also the kind's name in the database. */
  name: Permission;
  /** What the report says of an item that went well. */
  doneSentence: string;
  run: (job: Job, principal: Principal, submissionId: string, input: unknown) => Promise<void>;
  /** Whether the act has been done, by Scalekit's own word: a sentence, or null when it has not. */
  lookUp: (job: Job, input: unknown) => Promise<string | null>;
  plan?: (job: Job, cursor: string) => Promise<PlanStep>;
  /** True when items may be done before all of them are found: doing one changes nothing in what is searched. */
  actsWhilePlanning: boolean;
};

type Settings<Schema extends z.ZodType, Data> = {
  /** The single act, with its permission, scope and audit. */
  definition: ActionDefinition<Schema, Data>;
  doneSentence: string;
  lookUp: LookUp<z.output<Schema>>;
  plan?: (job: Job, cursor: string, scalekit: ScalekitClient) => Promise<PlanStep>;
  actsWhilePlanning?: boolean;
};

/** Makes a kind of a single act. Everything runs on the share of the API budget that jobs have. */
export function bulkKind<Schema extends z.ZodType, Data>(settings: Settings<Schema, Data>): BulkKind {
  const { definition, doneSentence, lookUp, plan, actsWhilePlanning = false } = settings;
  const clientOf = ({ environment }: Job) => scalekitClient(environment, { priority: 'job' });
  return {
    name: definition.permission,
    doneSentence,
    run: async (job, principal, submissionId, raw) => {
      const { environment, id } = job;
      const input = raw as z.input<Schema>;
      const circumstances = { priority: 'job' as const, details: { job: id } };
      await runAction(definition, principal, { environment, submissionId, input }, circumstances);
    },
    lookUp: async (job, raw) => lookUp(parseInput(definition.input, raw), clientOf(job)),
    plan: plan && ((job, cursor) => plan(job, cursor, clientOf(job))),
    actsWhilePlanning,
  };
}
