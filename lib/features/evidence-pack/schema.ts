import { z } from 'zod';
import { organizationId } from '@/lib/scalekit-ids';

export const evidenceInput = z.object({ organizationId });

/** Settings by name, without secrets; a group of values stands for a certificate or what is known of a secret. */
export type Settings = Record<
  string,
  string | boolean | string[] | Record<string, string | boolean | null> | null
>;

/** Text, a time (ISO 8601), or settings. */
export type Cell = string | Settings;

/**
 * One table of the pack. `note` says where it comes from and what it leaves out. `asOf` (ISO 8601): nothing else was there at
 * that time, so no rows mean none; null: whether there are others, or any, is not known.
 */
export type EvidencePart = {
  title: string;
  note: string;
  asOf: string | null;
  columns: string[];
  rows: Cell[][];
};

/** What a customer's auditor is given. Times are ISO 8601; holds no secret. `head` ends the staff log's hash chain. */
export type EvidencePack = {
  environment: string;
  organizationId: string;
  organizationName: string;
  madeAt: string;
  madeBy: string;
  parts: EvidencePart[];
  head: { seal: string; mac: string } | null;
};
