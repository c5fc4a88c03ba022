import { z } from 'zod';
import { keyValueRows } from '@/lib/key-values';
import { connectionId, organizationId } from '@/lib/scalekit-ids';

/** The most pairs that UpdateConnection.attribute_mapping takes. */
export const mappingLimit = 30;

export const changeMappingInput = z.object({
  organizationId,
  connectionId,
  /** `key` is the field of the user, `value` the attribute or claim that the identity provider sends. */
  mapping: keyValueRows({ noun: 'pair', pairs: mappingLimit, minKey: 1, maxKey: 100, maxValue: 256 }),
});

/** What Scalekit holds after a change, where that is not what was asked for. Empty lists: it is as it was asked for. */
export type MappingOutcome = {
  /** Fields that were taken away and are still there. */
  kept: string[];
  /** Fields that were sent and are not there as they were sent. */
  missing: string[];
};
