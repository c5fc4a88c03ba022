import { z } from 'zod';

export const noInput = z.object({});

export type HealthPart = { name: string; works: boolean };

/** What a started migration came to; `name` of the last one. */
export type MigrationState = { applied: number; last: string | null; unfinished: string[] };

/** Waiting and working jobs of the queue. `overdue`: how many nobody has taken for a minute. */
export type QueueState = { waiting: number; working: number; failed: number; overdue: number };

/** How this console runs. Times are ISO 8601. Parts that could not be read are null. */
export type SystemState = {
  version: string;
  node: string;
  /** Of the process that answered. */
  startedAt: string;
  health: HealthPart[];
  postgres: string | null;
  migrations: MigrationState | null;
  worker: 'inside' | 'separate';
  /** Null too before the queue's first start. */
  queue: QueueState | null;
  /** The sender where a mail server is configured. */
  mailFrom: string | null;
};

/** How many days the use of the API budget is kept for. */
export const budgetDays = 7;

/** Requests of one hour, and how many of them Scalekit answered with 429. `hour`: its begin, ISO 8601. */
export type BudgetHour = { hour: string; taken: number; limits: number };

/** What our store keeps of one kind. `since`: the oldest row. `bytes` with indexes. */
export type KeptGroup = {
  name: string;
  rule: string;
  rows: number;
  bytes: number;
  since: string | null;
};
