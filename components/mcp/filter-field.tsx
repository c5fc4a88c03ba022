import { Input } from '@/components/ui/input';

type Props = { name: string; label: string; value: string; maxLength: number; wide?: boolean };

/** A labelled search field of a filter bar. */
export function FilterField({ name, label, value, maxLength, wide = false }: Props) {
  const id = `mcp-${name}`;
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-table font-medium">
        {label}
      </label>
      <Input
        key={value}
        id={id}
        name={name}
        type="search"
        defaultValue={value}
        maxLength={maxLength}
        autoComplete="off"
        spellCheck={false}
        className={wide ? 'w-72 max-w-full' : 'w-44'}
      />
    </div>
  );
}
