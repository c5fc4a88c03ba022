import { z } from 'zod';
import type { ControlEndpoints } from '../control';
import type { Environment } from '../environment';
import type { Row } from '../rows';
import type { Table } from '../table';

const copiesSchema = z.strictObject({
  table: z.string(),
  /** The row that is copied. */
  id: z.string(),
  count: z.int().min(1).max(100_000),
  /** Fields that differ; `{n}` is the number of the copy, five digits. The id is made of the row's own unless set. */
  set: z.record(z.string(), z.string()).default({}),
});

/**
 * Many things at once, for tests of size: copies of a row, without the events and checks that making each would bring.
 * Copies made before of the same row and id are replaced.
 */
export function copyControls({ store }: Environment): ControlEndpoints {
  const made = new Map<string, () => void>();
  const tableOf = (name: string): Table<Row> => {
    if (!Object.hasOwn(store, name)) throw refusal('table', `There is no table ${name}.`);
    return store[name as keyof typeof store] as unknown as Table<Row>;
  };
  return {
    'POST copies': async (request) => {
      const { table: name, id, count, set } = copiesSchema.parse(await request.json());
      const table = tableOf(name);
      const row = table.get(id);
      if (!row) throw refusal('id', `There is no ${id} in ${name}.`);
      made.get(`${name} ${id}`)?.();
      const patterns = Object.entries({ id: `${id}{n}`, ...set });
      const ids: string[] = [];
      for (let number = 1; number <= count; number += 1) {
        const n = String(number).padStart(5, '0');
        const own = patterns.map(([field, pattern]) => [field, pattern.replaceAll('{n}', n)]);
        ids.push(table.put({ ...row, ...Object.fromEntries(own) }).id);
      }
      made.set(`${name} ${id}`, () => {
        for (const one of ids) table.delete(one);
      });
      return { first: ids[0], last: ids.at(-1), count };
    },
    // `?of=` ends the copies of one row only.
    'DELETE copies': (request) => {
      const of = new URL(request.url).searchParams.get('of');
      for (const [key, remove] of made) {
        if (of && !key.endsWith(` ${of}`)) continue;
        remove();
        made.delete(key);
      }
    },
  };
}

function refusal(field: string, message: string): z.ZodError {
  return new z.ZodError([{ code: 'custom', path: [field], message, input: undefined }]);
}
