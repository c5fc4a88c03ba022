import Link from 'next/link';
import type { ComponentProps } from 'react';

/** The link of a table row: its first cell. `j` and `k` move between these, Enter opens. */
export function RowLink(props: ComponentProps<typeof Link>) {
  return <Link data-row-link="" prefetch={false} {...props} />;
}
