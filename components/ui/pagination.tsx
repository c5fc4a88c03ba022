import { ChevronLeft, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { formatRange } from '@/lib/format';
import { buttonStyle } from './button-style';

type Props = {
  /** Number of the first row on screen, counted from 1. */
  first: number;
  /** Rows on screen. */
  size: number;
  /** All rows, where that is known. */
  total?: number | null;
  previousHref?: string | null;
  nextHref?: string | null;
};

/** `1–50 of 1,240` with links to the pages before and after; the API's cursors allow no page numbers. */
export function Pagination({ first, size, total, previousHref, nextHref }: Props) {
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-4 py-3">
      <p className="text-table text-quiet">{formatRange(first, size, total ?? undefined)}</p>
      <div className="flex gap-2">
        <PageLink href={previousHref} rel="prev">
          <ChevronLeft aria-hidden="true" size={14} />
          Previous
        </PageLink>
        <PageLink href={nextHref} rel="next">
          Next
          <ChevronRight aria-hidden="true" size={14} />
        </PageLink>
      </div>
    </nav>
  );
}

type PageLinkProps = { href?: string | null; rel: 'prev' | 'next'; children: React.ReactNode };

function PageLink({ href, rel, children }: PageLinkProps) {
  const style = buttonStyle('secondary', 'small');
  if (!href) {
    return (
      // biome-ignore lint/a11y/useValidAnchor: a link that leads nowhere now keeps its place, greyed
      <a role="link" aria-disabled="true" className={style}>
        {children}
      </a>
    );
  }
  return (
    <Link href={href} rel={rel} prefetch={false} className={style}>
      {children}
    </Link>
  );
}
