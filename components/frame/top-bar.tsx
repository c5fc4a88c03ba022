import { Menu as MenuIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { CopyPage } from '@/components/page-copy/copy-page';
import { iconButtonStyle } from '@/components/ui/icon-button';
import type { AreaLink } from './areas';
import { EnvironmentChip } from './environment-chip';
import { EnvironmentSwitcher } from './environment-switcher';
import { FindButton } from './find-button';
import type { Person } from './frame';
import { PersonMenu } from './person-menu';
import type { Theme } from './theme';
import { ThemeSwitch } from './theme-switch';
import { TicketChip } from './ticket-chip';

type Props = {
  environment: string;
  isProduction: boolean;
  environments: string[];
  areas: AreaLink[];
  person: Person;
  theme: Theme;
  meter?: ReactNode;
  news?: ReactNode;
  freeze?: ReactNode;
};

/** Where one is, how to get to a thing, and who one is. */
export function TopBar(props: Props) {
  const { environment, isProduction, environments, areas, person, theme, meter, news, freeze } = props;
  return (
    <header className="top-bar flex h-12 items-center gap-3 border-b border-line bg-canvas px-3 md:px-4">
      <button
        type="button"
        popoverTarget="navigation"
        aria-label="Open navigation"
        className={`${iconButtonStyle} md:hidden`}
      >
        <MenuIcon aria-hidden="true" size={18} />
      </button>
      <div className="max-md:hidden">
        <EnvironmentSwitcher
          isProduction={isProduction}
          areas={areas}
          environment={environment}
          environments={environments}
        />
      </div>
      <div className="md:hidden">
        <EnvironmentChip isProduction={isProduction} environment={environment} />
      </div>
      <FindButton />
      <div className="ml-auto flex items-center gap-1">
        {freeze}
        {news}
        <TicketChip className="max-md:hidden" />
        {meter ? <div className="mr-2 max-wide:hidden">{meter}</div> : null}
        <CopyPage className="max-md:hidden" />
        <ThemeSwitch initial={theme} />
        <PersonMenu person={person} />
      </div>
    </header>
  );
}
