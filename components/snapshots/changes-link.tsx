import { LinkButton } from '@/components/ui/link-button';
import type { ChangingPart } from '@/lib/features/snapshots/schema';
import { paths, withSearch } from '@/lib/paths';

type Props = { environment: string; organizationId: string; part: ChangingPart; id: string };

/** From a thing to who changed it, when, and what it was before. */
export function ChangesLink({ environment, organizationId, part, id }: Props) {
  return (
    <LinkButton href={withSearch(paths.changes(environment, organizationId), { part, id })}>
      Changes
    </LinkButton>
  );
}
