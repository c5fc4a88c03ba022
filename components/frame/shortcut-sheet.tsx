'use client';

import { useState } from 'react';
import { Switch } from '@/components/ui/choice';
import { Dialog } from '@/components/ui/dialog';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import type { AreaLink } from './areas';
import { hasSingleKeys, setSingleKeys } from './single-keys';

type Props = LazyDialogProps & { areas: AreaLink[] };

/** All keys that work everywhere, and the switch that turns the single ones off. */
export default function ShortcutSheet({ areas, onClose }: Props) {
  const [on, setOn] = useState(hasSingleKeys);
  const change = (next: boolean) => {
    setSingleKeys(next);
    setOn(next);
  };
  const lines: [string[], string][] = [
    [['/'], 'Find anything'],
    [['Ctrl', 'K'], 'The same; ⌘ K on a Mac'],
    [['Ctrl', 'V'], 'Find what you have copied, when no field has the focus'],
    ...areas.map(({ letter, label }): [string[], string] => [['g', letter], `Go to ${label}`]),
    [['j'], 'Next row'],
    [['k'], 'Row before'],
    [['Enter'], 'Open the row'],
    [['c'], 'Create'],
    [['e'], 'Edit'],
    [['?'], 'This list'],
  ];
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 px-5">
        {lines.map(([keys, words]) => (
          <div key={words} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="grid h-6 min-w-6 place-items-center rounded-sm border border-line bg-sunken px-1.5 font-mono text-xs"
                >
                  {key}
                </kbd>
              ))}
            </dt>
            <dd className="self-center">{words}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-4 border-t border-line px-5 py-4">
        <Switch
          label="Keys without Ctrl"
          hint="Turn them off if they get in the way of speech input or an assistive tool."
          checked={on}
          onChange={(event) => change(event.target.checked)}
        />
      </div>
    </Dialog>
  );
}
