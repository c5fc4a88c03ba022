import { FilterBar } from '@/components/ui/filter-bar';
import { Select } from '@/components/ui/select';
import { clientTypes } from '@/lib/features/clients/schema';
import { typeWords } from './words';

/** What the list of clients is narrowed by; it stands in the address. */
export function ClientFilter({ path, type }: { path: string; type: string }) {
  return (
    <FilterBar
      chips={type ? [{ label: `Type is ${typeWords(type)}`, removeHref: path }] : []}
      clearHref={path}
      action={path}
    >
      <div>
        <label htmlFor="client-type" className="mb-1 block text-table font-medium">
          Type
        </label>
        <Select key={type} id="client-type" name="type" defaultValue={type}>
          <option value="">All</option>
          {clientTypes.map((one) => (
            <option key={one} value={one}>
              {typeWords(one)}
            </option>
          ))}
        </Select>
      </div>
    </FilterBar>
  );
}
