import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';

type Props = { path: string; domain: string };

/** Where the API does not tell who holds a domain, the person may. A plain form: the page does the rest. */
export function NameHolder({ path, domain }: Props) {
  return (
    <form action={path} className="mt-4 flex flex-wrap items-end gap-2">
      <input type="hidden" name="domain" value={domain} />
      <div>
        <label htmlFor="domain-holder" className="mb-1 block text-table font-medium">
          Id of the customer that has it
        </label>
        <Input
          id="domain-holder"
          name="from"
          required
          placeholder="org_…"
          autoComplete="off"
          spellCheck={false}
          className="w-72 font-mono text-xs"
        />
      </div>
      <Button type="submit">Look there</Button>
    </form>
  );
}
