import { FilterBar, type FilterChip } from '@/components/ui/filter-bar';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { apiActs } from '@/lib/api-effects';
import type { OperationFilters } from '@/lib/features/api-explorer/schema';
import { isolate } from '@/lib/isolate';
import { withSearch } from '@/lib/paths';
import { actLabels } from './words';

type Props = { path: string; search: OperationFilters; services: string[] };

/** Narrows the operations by words, by service and by what they do. */
export function OperationFilter({ path, search, services }: Props) {
  const { q, service, act } = search;
  const without = (name: keyof OperationFilters) => withSearch(path, { ...search, [name]: '' });
  const chips: FilterChip[] = [];
  if (q) chips.push({ label: `Words are ${isolate(q)}`, removeHref: without('q') });
  if (service) chips.push({ label: `Service is ${isolate(service)}`, removeHref: without('service') });
  if (act) chips.push({ label: `It ${actLabels[act].toLowerCase()}`, removeHref: without('act') });
  return (
    <FilterBar chips={chips} clearHref={path} action={path}>
      <div>
        <label htmlFor="operation-q" className="mb-1 block text-table font-medium">
          Words
        </label>
        <Input
          key={q}
          id="operation-q"
          name="q"
          type="search"
          defaultValue={q}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          className="w-64"
        />
      </div>
      <div>
        <label htmlFor="operation-service" className="mb-1 block text-table font-medium">
          Service
        </label>
        <Select key={service} id="operation-service" name="service" defaultValue={service} className="w-48">
          <option value="">All</option>
          {services.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </Select>
      </div>
      <div>
        <label htmlFor="operation-act" className="mb-1 block text-table font-medium">
          What it does
        </label>
        <Select key={act} id="operation-act" name="act" defaultValue={act} className="w-56">
          <option value="">Anything</option>
          {apiActs.map((one) => (
            <option key={one} value={one}>
              {actLabels[one]}
            </option>
          ))}
        </Select>
      </div>
    </FilterBar>
  );
}
