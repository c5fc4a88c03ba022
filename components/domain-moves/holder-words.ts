import type { DomainHolder } from '@/lib/features/domains/schema';

type Words = { title: string; detail: string };

/** Why a domain cannot be added, where its holder cannot be named. */
export function holderWords(kind: Exclude<DomainHolder['kind'], 'known'>): Words {
  if (kind === 'here') {
    return { title: 'This customer has it already', detail: 'It stands in the list of their domains.' };
  }
  if (kind === 'hidden') {
    return {
      title: 'Another customer that you may not see has it',
      detail: 'Somebody who may see both customers can move it.',
    };
  }
  const why =
    kind === 'too_long'
      ? 'Scalekit looks up domains of at most 32 characters, and this one is longer.'
      : 'Scalekit finds a holder by its connections alone, and this one has none.';
  return {
    title: 'Who has it could not be found out',
    detail: `${why} If you know the customer, give their id.`,
  };
}
