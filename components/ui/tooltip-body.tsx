'use client';

import * as Radix from 'radix-ui/tooltip';
import type { RefObject } from 'react';
import { classNames } from './class-names';
import { landmarkOf } from './landmark';

type Props = {
  place: RefObject<HTMLElement | null>;
  text: string;
  side: 'top' | 'right' | 'bottom';
  className?: string;
  onClose: () => void;
};

/** The open hint. */
export default function TooltipBody({ place, text, side, className, onClose }: Props) {
  return (
    <Radix.Provider>
      <Radix.Root open onOpenChange={(open) => !open && onClose()}>
        <Radix.Trigger asChild>
          <span aria-hidden="true" className="pointer-events-none absolute inset-0" />
        </Radix.Trigger>
        <Radix.Portal container={landmarkOf(place.current)}>
          <Radix.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            onEscapeKeyDown={onClose}
            className={classNames(
              'z-50 max-w-72 animate-appear rounded-sm bg-text px-2 py-1 text-xs text-canvas shadow-float',
              className,
            )}
          >
            {text}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
