'use client';

import type { RJSFSchema, WidgetProps } from '@rjsf/utils';
import { useFieldIds } from '@/components/forms/form-context';
import { Checkbox } from '@/components/ui/choice';
import { Input, Textarea } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { useProblem } from './templates';

type Props = WidgetProps<Record<string, unknown>, RJSFSchema>;

function useControl({ id, label, schema }: Props) {
  // `idPrefix` and the separator make an element's id from the field's path: what stands after the form's own id.
  const path = id.slice(id.indexOf('params'));
  const ids = useFieldIds(path, label);
  const message = useProblem(path);
  const described = [schema.description ? ids.help : '', message ? ids.error : ''].filter(Boolean).join(' ');
  return {
    id,
    'aria-describedby': described || undefined,
    'aria-invalid': message ? true : undefined,
  } as const;
}

/** One line of text, or a number: what was emptied is not sent. */
export function TextInput(props: Props) {
  const { value, onChange, schema, options } = props;
  const control = useControl(props);
  const isNumber = schema.type === 'number' || schema.type === 'integer';
  return (
    <Input
      {...control}
      value={value ?? ''}
      autoComplete="off"
      inputMode={isNumber ? 'decimal' : undefined}
      onChange={({ target }) => onChange(target.value === '' ? options.emptyValue : target.value)}
    />
  );
}

export function TextArea(props: Props) {
  const { value, onChange, options } = props;
  return (
    <Textarea
      {...useControl(props)}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value === '' ? options.emptyValue : target.value)}
    />
  );
}

/** One of a few values; by their place, since a value need not be a text. */
export function Choice(props: Props) {
  const { value, onChange, options, required } = props;
  const choices = options.enumOptions ?? [];
  const chosen = choices.findIndex((choice) => choice.value === value);
  return (
    <Select
      {...useControl(props)}
      // Which of several kinds of value it is: the one control that has no label above.
      aria-label={/of_select$/.test(props.id) ? `Kind of ${props.label || 'value'}` : undefined}
      value={chosen === -1 ? '' : String(chosen)}
      onChange={({ target }) =>
        onChange(target.value === '' ? options.emptyValue : choices[Number(target.value)]?.value)
      }
    >
      {required && chosen !== -1 ? null : <option value="">Not set</option>}
      {choices.map(({ label }, index) => (
        <option key={label} value={index}>
          {label}
        </option>
      ))}
    </Select>
  );
}

export function Tick(props: Props) {
  const { value, onChange, label, schema } = props;
  return (
    <Checkbox
      {...useControl(props)}
      label={label}
      hint={schema.description}
      checked={value === true}
      onChange={({ target }) => onChange(target.checked)}
    />
  );
}
