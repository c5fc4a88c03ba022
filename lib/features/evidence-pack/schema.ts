import { z } from 'zod';
import { organizationId } from '@/lib/scalekit-ids';

export const evidenceInput = z.object({ organizationId });

/** One table of the pack. `note` says where it comes from and what it leaves out. */
export type EvidencePart = { title: string; note: string; columns: string[]; rows: string[][] };

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
