'use client';

import { useFormContext, useWatch } from 'react-hook-form';
import { FormField } from '@/components/forms/form-field';
import { TextField } from '@/components/forms/text-field';
import { Checkbox } from '@/components/ui/choice';
import { Select } from '@/components/ui/select';
import { type ApplicationSessionPolicy, timeUnits } from '@/lib/features/organization-settings/schema';
import { formatMinutes } from '@/lib/format';

type Props = { application: ApplicationSessionPolicy | null };

/** The two limits, each with the application's beside it: a longer one changes nothing. */
export function SessionLimitFields({ application }: Props) {
  const { register } = useFormContext();
  const idleOn = useWatch({ name: 'idleSessionTimeoutEnabled' });
  const token = application?.accessTokenMinutes;
  return (
    <>
      <Limit
        name="absoluteSessionTimeout"
        label="Whole session"
        help={`At most 365 days. ${beside(application?.absoluteMinutes)}`}
      />
      <Checkbox
        label="End sessions without activity"
        hint={
          application && typeof application.idleMinutes === 'number'
            ? 'Off here, the application’s limit still holds.'
            : undefined
        }
        {...register('idleSessionTimeoutEnabled')}
      />
      {idleOn ? (
        <Limit
          name="idleSessionTimeout"
          label="Without activity"
          help={`At most 7 days, and less than the whole session${token ? `; longer than ${formatMinutes(token)}, which an access token lives` : ''}. ${beside(application?.idleMinutes)}`}
        />
      ) : null}
    </>
  );
}

function beside(limit: ApplicationSessionPolicy['idleMinutes'] | undefined): string {
  if (limit === undefined || limit === null) return 'The application’s limit is not known.';
  if (limit === 'off') return 'The application has no limit.';
  return `The application allows ${formatMinutes(limit)}: a longer limit changes nothing.`;
}

function Limit({ name, label, help }: { name: string; label: string; help: string }) {
  return (
    <div className="grid grid-cols-[1fr_minmax(7rem,auto)] items-start gap-x-3">
      <TextField name={name} label={label} inputMode="numeric" help={help} />
      <FormField name={`${name}Unit`} label="Unit">
        {(control) => (
          <Select {...control} aria-label={`Unit of ${label.toLowerCase()}`}>
            {timeUnits.map((unit) => (
              <option key={unit} value={unit}>
                {unit}
              </option>
            ))}
          </Select>
        )}
      </FormField>
    </div>
  );
}
