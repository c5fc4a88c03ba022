import type { ReactNode } from 'react';

type Props = {
  title: string;
  /** What this list is for, or why nothing matches. */
  children: ReactNode;
  /** The act that would fill it. */
  action?: ReactNode;
};

/** In place of a table without rows. The filters above it stay. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="flex flex-col items-start gap-3 border-y border-line py-10">
      <h2 className="text-base">{title}</h2>
      <p className="measure text-quiet">{children}</p>
      {action}
    </div>
  );
}
