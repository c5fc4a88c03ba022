import { useEffect, useRef } from 'react';
import { Badge } from '@/components/ui/badge';
import { classNames } from '@/components/ui/class-names';
import type { Option } from './options';

type Props = {
  id: string;
  options: Option[];
  active: number;
  onActive: (index: number) => void;
  onChoose: (option: Option, inNewTab: boolean) => void;
};

/** The id of the line at an index, for `aria-activedescendant`. */
export const lineId = (id: string, index: number) => `${id}-${index}`;

/** The lines under their headings. The focus stays in the field: it tells which line is meant. */
export function OptionList({ id, options, active, onActive, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.ownerDocument.getElementById(lineId(id, active))?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  const lines = options.map((option, index) => ({ option, index }));
  const groups = [...new Set(options.map(({ group }) => group))];
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label="Results"
      // It scrolls, so that a keyboard must reach it in every browser.
      tabIndex={-1}
      className="max-h-96 overflow-y-auto overscroll-contain p-2 max-md:max-h-72"
    >
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields, these are options
        <div key={group} role="group" aria-label={group}>
          <div aria-hidden="true" className="px-2.5 pt-2 pb-1 text-xs font-medium text-quiet">
            {group}
          </div>
          {lines
            .filter(({ option }) => option.group === group)
            .map(({ option, index }) => (
              <Line
                key={option.key}
                id={lineId(id, index)}
                option={option}
                isActive={index === active}
                onHover={() => onActive(index)}
                onChoose={onChoose}
              />
            ))}
        </div>
      ))}
    </div>
  );
}

type LineProps = {
  id: string;
  option: Option;
  isActive: boolean;
  onHover: () => void;
  onChoose: Props['onChoose'];
};

function Line({ id, option, isActive, onHover, onChoose }: LineProps) {
  const { label, detail, elsewhere } = option;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's, which keeps the focus
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      onPointerMove={isActive ? undefined : onHover}
      onClick={(event) => onChoose(option, event.metaKey || event.ctrlKey)}
      className={classNames(
        'flex min-h-9 cursor-pointer items-center justify-between gap-3 rounded px-2.5 py-1.5 wrap-anywhere',
        isActive ? 'bg-accent-soft text-accent-text forced-colors:outline-2' : undefined,
      )}
    >
      <span className="min-w-0">
        <bdi className={isActive ? 'font-medium' : undefined}>{label}</bdi>
        {detail ? <bdi className="block text-table text-quiet">{detail}</bdi> : null}
      </span>
      {elsewhere ? <Badge>{elsewhere}</Badge> : null}
    </div>
  );
}
