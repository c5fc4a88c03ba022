import { Skeleton, TableSkeleton } from '@/components/ui/skeleton';

/** While a page has not begun to answer: as tall as a list with its head. */
export default function Loading() {
  return (
    <>
      <div className="mb-5 flex h-8 items-center">
        <Skeleton className="h-5 w-48" />
      </div>
      <TableSkeleton />
    </>
  );
}
