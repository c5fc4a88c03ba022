import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { Breadcrumb, type Crumb } from './breadcrumb';
import { iconButtonStyle } from './icon-button';
import { Menu } from './menu';
import type { MenuEntry } from './menu-entry';
import { MonoId } from './mono-id';

type Props = {
  crumbs?: Crumb[];
  title: string;
  /** A `Status`. */
  status?: ReactNode;
  id?: { value: string; what: string };
  /** The one primary act. */
  action?: ReactNode;
  /** The other acts. */
  more?: MenuEntry[];
  /** A sentence or a line of counts below the title. */
  children?: ReactNode;
};

/** The head of every page. */
export function PageHeader({ crumbs, title, status, id, action, more, children }: Props) {
  return (
    <header className="mb-5">
      {crumbs ? <Breadcrumb crumbs={crumbs} /> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-xl wrap-anywhere">{title}</h1>
            {status}
          </div>
          {id ? <MonoId id={id.value} what={id.what} /> : null}
        </div>
        {action || more ? (
          <div className="flex items-center gap-2">
            {action}
            {more ? (
              <Menu
                label={`More for ${title}`}
                entries={more}
                className={`${iconButtonStyle} size-8 border border-line-strong/60`}
              >
                <Ellipsis aria-hidden="true" size={16} />
              </Menu>
            ) : null}
          </div>
        ) : null}
      </div>
      {children ? <div className="mt-1 text-quiet wrap-anywhere">{children}</div> : null}
    </header>
  );
}
