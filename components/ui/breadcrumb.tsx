import Link from 'next/link';

export type Crumb = { label: string; href: string };

/** The pages above this one. This page's own name is its title. */
export function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex flex-wrap text-table text-quiet">
        {crumbs.map(({ label, href }) => (
          <li key={href} className="after:mx-1.5 after:content-['/']">
            <Link
              href={href}
              prefetch={false}
              className="rounded-sm underline-offset-3 hover:text-text hover:underline"
            >
              <bdi>{label}</bdi>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
