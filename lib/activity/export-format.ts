import { z } from 'zod';
import { activityFilter } from './filter';

export const exportFormats = ['csv', 'jsonl', 'ocsf'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What an export is asked for by: the filter as in the timeline's address, the environment and the format. */
export const exportInput = activityFilter.extend({
  environment: z.string().min(1).max(31),
  format: z.enum(exportFormats, { error: 'The format is csv, jsonl or ocsf.' }),
});

/** The header of the answer that says how many rows are to come; empty where counting them would take too long. */
export const exportCountHeader = 'x-export-rows';
