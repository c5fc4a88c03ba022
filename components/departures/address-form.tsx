import { FilterBar } from '@/components/ui/filter-bar';
import { Input } from '@/components/ui/input';

type Props = { path: string; email: string; organization: string; problem?: string };

/** Whom to look for when there may be no user record any more. Stands in the address. */
export function AddressForm({ path, email, organization, problem }: Props) {
  return (
    <FilterBar chips={[]} clearHref={path} action={path} submitLabel="Look">
      <div>
        <label htmlFor="gone-email" className="mb-1 block text-table font-medium">
          E-mail
        </label>
        <Input
          key={email}
          id="gone-email"
          name="email"
          defaultValue={email}
          maxLength={254}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? 'gone-email-error' : undefined}
          className="w-72"
        />
        {problem ? (
          <p id="gone-email-error" className="mt-1 text-table text-danger-text">
            {problem}
          </p>
        ) : null}
      </div>
      <div>
        <label htmlFor="gone-organization" className="mb-1 block text-table font-medium">
          Organization id (optional)
        </label>
        <Input
          key={organization}
          id="gone-organization"
          name="organization"
          defaultValue={organization}
          maxLength={36}
          autoComplete="off"
          spellCheck={false}
          className="w-60 font-mono text-xs"
        />
      </div>
    </FilterBar>
  );
}
