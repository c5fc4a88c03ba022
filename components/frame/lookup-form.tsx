import { Input } from '@/components/ui/input';
import { paths } from '@/lib/paths';

/** Goes to a customer by Scalekit's id or the customer's own. `/` and Ctrl/Cmd+K put the focus here. */
export function LookupForm({ environment }: { environment: string }) {
  return (
    <search className="min-w-0 max-w-80 flex-1">
      <form action={paths.lookup(environment)} className="relative">
        <Input
          id="lookup"
          name="lookup"
          aria-label="Open by id or external id"
          aria-keyshortcuts="/ Control+K Meta+K"
          placeholder="Open by id or external id"
          autoComplete="off"
          spellCheck={false}
          maxLength={255}
          required
          className="peer text-table md:pr-8"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-1.5 right-1.5 grid size-5 place-items-center rounded-sm border border-line font-mono text-xs text-quiet peer-focus:hidden max-md:hidden"
        >
          /
        </span>
      </form>
    </search>
  );
}
