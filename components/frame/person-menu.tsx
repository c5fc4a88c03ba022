import { Keyboard, LogOut } from 'lucide-react';
import { Menu } from '@/components/ui/menu';
import type { Person } from './frame';

/** Who is signed in, as what, and the way out. */
export function PersonMenu({ person }: { person: Person }) {
  return (
    <Menu
      label={`${person.name}, ${person.role}`}
      heading={{ title: person.name, detail: `${person.email} · ${person.role}` }}
      className="inline-flex h-8 items-center gap-2 rounded px-1.5 hover:bg-hover aria-expanded:bg-hover"
      entries={[
        {
          label: 'Keyboard shortcuts',
          icon: <Keyboard aria-hidden="true" size={14} />,
          dialog: 'shortcuts',
        },
        {
          label: 'Sign out',
          icon: <LogOut aria-hidden="true" size={14} />,
          href: '/sign-out',
          separated: true,
        },
      ]}
    >
      <span
        aria-hidden="true"
        className="grid size-6 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent-text"
      >
        {initials(person.name)}
      </span>
      <span className="max-w-40 truncate text-table max-wide:hidden">{person.name}</span>
    </Menu>
  );
}

/** First letters of the first and the last word. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = [words.at(0), words.length > 1 ? words.at(-1) : undefined];
  return letters
    .map((word) => (word ? [...word][0] : ''))
    .join('')
    .toUpperCase();
}
