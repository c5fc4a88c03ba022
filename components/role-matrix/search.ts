import { z } from 'zod';

const text = z.string().trim().max(100).default('').catch('');

/** What is shown of the matrix, as it stands in the address. */
export const matrixSearchSchema = z.object({
  /** Words of a role's names. */
  role: text,
  /** Words of a permission's name or description. */
  permission: text,
  kind: z.enum(['', 'own', 'scalekit']).default('').catch(''),
  /** Empty: the matrix where there is room, else the list. */
  view: z.enum(['', 'matrix', 'list']).default('').catch(''),
});

export type MatrixSearch = z.output<typeof matrixSearchSchema>;
