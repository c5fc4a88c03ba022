import type { ReactNode } from 'react';
import { PaletteDialog } from '@/components/palette/dialogs';
import { PasteAnywhere } from '@/components/palette/paste-anywhere';
import { LiveTimes } from '@/components/ui/live-times';
import { RowCopy } from '@/components/ui/row-copy';
import type { AreaLink } from './areas';
import { Navigation } from './navigation';
import { NavigationProgress } from './navigation-progress';
import { Shortcuts } from './shortcuts';
import type { Theme } from './theme';
import { TopBar } from './top-bar';

export type Person = { id: string; name: string; email: string; role: string };

type Props = {
  environment: string;
  isProduction: boolean;
  environments: string[];
  person: Person;
  areas: AreaLink[];
  theme: Theme;
  /** A `BudgetMeter`. */
  meter?: ReactNode;
  /** What has happened meanwhile. */
  news?: ReactNode;
  /** A `FreezeChip`. */
  freeze?: ReactNode;
  /** What stands above every page, for as long as it is so. */
  notice?: ReactNode;
  children: ReactNode;
};

/**
 * The window around every page of the console. In production a coloured line runs round it. The browser paints when it has
 * all of it, and not half of it first and everything again: what is still on its way has its place held in it.
 */
export function Frame(props: Props) {
  const {
    environment,
    isProduction,
    environments,
    person,
    areas,
    theme,
    meter,
    news,
    freeze,
    notice,
    children,
  } = props;
  return (
    <div
      data-person={person.id}
      className={`frame md:grid md:grid-cols-[56px_minmax(0,1fr)] wide:grid-cols-[224px_minmax(0,1fr)] ${isProduction ? 'frame-production' : ''}`}
    >
      <link rel="expect" href="#frame-end" blocking="render" />
      <a href="#main" className="skip-link">
        Skip to content
      </a>
      <Navigation
        isProduction={isProduction}
        areas={areas}
        environment={environment}
        environments={environments}
      />
      {/* In its column also while the navigation is a sheet: a phone that is turned becomes wide. */}
      <div className="min-w-0 md:col-start-2">
        <TopBar
          areas={areas}
          environment={environment}
          isProduction={isProduction}
          environments={environments}
          person={person}
          theme={theme}
          meter={meter}
          news={news}
          freeze={freeze}
        />
        <main id="main" tabIndex={-1} className="mx-auto max-w-300 px-4 py-6 outline-none md:px-8">
          {notice}
          {children}
        </main>
      </div>
      {isProduction ? <div className="frame-sides" aria-hidden="true" /> : null}
      <LiveTimes />
      <RowCopy />
      <NavigationProgress />
      <PaletteDialog environment={environment} environments={environments} />
      <PasteAnywhere />
      <Shortcuts areas={areas} />
      <span id="frame-end" hidden />
    </div>
  );
}
