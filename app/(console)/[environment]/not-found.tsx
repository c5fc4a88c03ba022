import { EmptyState } from '@/components/ui/empty-state';

/** For something that is not there, or not among the customers assigned to the person. */
export default function NotFound() {
  return (
    <EmptyState title="There is nothing at this address">
      It may have been deleted, belong to another environment, or to a customer that is not assigned to you.
    </EmptyState>
  );
}
