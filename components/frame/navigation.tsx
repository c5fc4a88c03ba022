import {
  Bot,
  Building2,
  CalendarClock,
  History,
  House,
  KeyRound,
  ListChecks,
  type LucideIcon,
  Settings,
  ShieldCheck,
  Stethoscope,
  Users,
  Wrench,
  X,
} from 'lucide-react';
import { CopyPage } from '@/components/page-copy/copy-page';
import { iconButtonStyle } from '@/components/ui/icon-button';
import type { AreaKey, AreaLink } from './areas';
import { EnvironmentSwitcher } from './environment-switcher';
import { NavigationLink } from './navigation-link';
import { TicketChip } from './ticket-chip';

const icons: Record<AreaKey, LucideIcon> = {
  desk: House,
  expiry: CalendarClock,
  customers: Building2,
  people: Users,
  access: ShieldCheck,
  connections: KeyRound,
  agents: Bot,
  jobs: ListChecks,
  activity: History,
  doctor: Stethoscope,
  toolbox: Wrench,
  admin: Settings,
};

type Props = { areas: AreaLink[]; environment: string; isProduction: boolean; environments: string[] };

/**
 * The areas of the console: icons and words on a wide screen, icons on a narrower one, a sheet on a phone.
 * The sheet is the browser's own popover, so it opens before any script has loaded.
 */
export function Navigation({ areas, environment, isProduction, environments }: Props) {
  return (
    <nav id="navigation" popover="auto" aria-label="Areas" className="navigation">
      <div className="flex h-12 shrink-0 items-center justify-between px-4 md:max-wide:justify-center md:max-wide:px-0">
        <span className="font-semibold">
          K<span className="md:max-wide:sr-only">eydesk</span>
        </span>
        <button
          type="button"
          popoverTarget="navigation"
          popoverTargetAction="hide"
          aria-label="Close navigation"
          className={`${iconButtonStyle} md:hidden`}
        >
          <X aria-hidden="true" size={16} />
        </button>
      </div>
      <ul className="flex flex-1 flex-col gap-0.5 p-2">
        {areas.map((area) => {
          const Icon = icons[area.key];
          return (
            // The last one stands at the foot, apart from the work.
            <li key={area.key} className={area.key === 'admin' ? 'mt-auto' : undefined}>
              <NavigationLink area={area}>
                <Icon aria-hidden="true" size={16} className="shrink-0" />
              </NavigationLink>
            </li>
          );
        })}
      </ul>
      {/* The top bar of a phone has no room for these. */}
      <div className="border-t border-line p-4 empty:hidden md:hidden">
        <TicketChip />
      </div>
      <div className="border-t border-line p-2 md:hidden">
        <CopyPage withWords />
      </div>
      <div className="border-t border-line p-4 md:hidden">
        <EnvironmentSwitcher
          isProduction={isProduction}
          areas={areas}
          environment={environment}
          environments={environments}
        />
      </div>
    </nav>
  );
}
