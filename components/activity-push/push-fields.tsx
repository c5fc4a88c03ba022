import { useFormContext } from 'react-hook-form';
import { ChoiceField } from '@/components/forms/choice-field';
import { FormField } from '@/components/forms/form-field';
import { TextField } from '@/components/forms/text-field';
import { Checkbox } from '@/components/ui/choice';
import { Select } from '@/components/ui/select';

const formats = [
  { value: 'jsonl', label: 'JSON Lines', hint: 'As the export writes it: one JSON object to a line.' },
  { value: 'ocsf', label: 'OCSF 1.3.0', hint: 'The schema that most security systems read as it is.' },
];

/** Where a push goes and what it tells; the same when it is made and when it is changed. */
export function PushFields() {
  const { register } = useFormContext();
  return (
    <>
      <TextField name="name" label="Name" autoFocus help="The system that receives it." />
      <TextField
        name="url"
        label="Address"
        mono
        inputMode="url"
        help="https, on the public internet. Not a place for secrets: the signature says who sends."
      />
      <ChoiceField name="format" label="Format" pick="one" options={formats} />
      <TextField
        name="types"
        label="Types"
        optional
        multiline
        mono
        help="One to a line, such as user.login. Empty tells all."
      />
      <FormField name="outcome" label="Outcome">
        {(control) => (
          <Select {...control}>
            <option value="">Any, also where there is none</option>
            <option value="ok">Only what worked</option>
            <option value="failed">Only what failed</option>
          </Select>
        )}
      </FormField>
      <Checkbox
        label="Include the staff log"
        hint="Each act of your own people, once its outcome is known."
        {...register('staff')}
      />
    </>
  );
}
