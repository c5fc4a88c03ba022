'use client';

import * as DropdownMenu from 'radix-ui/dropdown-menu';
import { Fragment, type RefObject, useRef } from 'react';
import { landmarkOf } from './landmark';
import type { MenuEntry, MenuHeading } from './menu-entry';
import { MenuItem } from './menu-item';

type Props = {
  entries: MenuEntry[];
  heading?: MenuHeading;
  labelledBy: string;
  trigger: RefObject<HTMLButtonElement | null>;
  focusFirst: boolean;
  onChoose: (entry: MenuEntry) => void;
  onClose: () => void;
  /** After it has gone. True when the person has moved on to something else on the page. */
  onClosed: (keepFocus: boolean) => void;
};

/** The open menu. Not modal: radix's scroll lock would write a style element, which the CSP refuses. */
export default function MenuBody(props: Props) {
  const { entries, heading, labelledBy, trigger, focusFirst, onChoose, onClose, onClosed } = props;
  const movedOn = useRef(false);
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={onClose}>
      {/* Only a place to hang the menu from: the real button stays where it is, with its focus. */}
      <DropdownMenu.Trigger asChild>
        <span aria-hidden="true" className="pointer-events-none absolute inset-0" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={landmarkOf(trigger.current)}>
        <DropdownMenu.Content
          ref={(content) => {
            if (focusFirst)
              setTimeout(() => content?.querySelector<HTMLElement>('[role^=menuitem]')?.focus());
          }}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-labelledby={labelledBy}
          onInteractOutside={(event) => {
            if (event.target instanceof Node && trigger.current?.contains(event.target))
              event.preventDefault();
            else movedOn.current = true;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            onClosed(movedOn.current);
          }}
          className="z-50 max-w-80 min-w-44 animate-appear rounded border border-line bg-raised p-1 shadow-float"
        >
          {heading ? (
            <DropdownMenu.Label className="border-b border-line px-2 pt-1 pb-2 mb-1">
              <span className="block font-medium">{heading.title}</span>
              <span className="block text-xs text-quiet">{heading.detail}</span>
            </DropdownMenu.Label>
          ) : null}
          {entries.map((entry) => (
            <Fragment key={entry.label}>
              {entry.separated ? <DropdownMenu.Separator className="my-1 h-px bg-line" /> : null}
              <MenuItem entry={entry} onChoose={onChoose} />
            </Fragment>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
