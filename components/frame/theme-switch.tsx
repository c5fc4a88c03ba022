'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { iconButtonStyle } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { applyTheme, type Theme, themes } from './theme';

const looks = {
  system: { label: 'Like the system', Icon: Monitor },
  light: { label: 'Light', Icon: Sun },
  dark: { label: 'Dark', Icon: Moon },
};

/** Light, dark, or what the system says. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial);
  const { label, Icon } = looks[theme];
  const choose = (next: Theme) => {
    applyTheme(next);
    setTheme(next);
  };
  return (
    <Menu
      label={`Theme: ${label.toLowerCase()}`}
      className={iconButtonStyle}
      entries={themes.map((name) => ({
        label: looks[name].label,
        checked: name === theme,
        onSelect: () => choose(name),
      }))}
    >
      <Icon aria-hidden="true" size={16} />
    </Menu>
  );
}
