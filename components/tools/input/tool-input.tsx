'use client';

// Not the package's index: that brings along a validator that compiles, which the page's security policy forbids.
import withTheme from '@rjsf/core/lib/withTheme.js';
import type { Experimental_DefaultFormStateBehavior, RJSFSchema } from '@rjsf/utils';
import { useContext } from 'react';
import { useFormContext } from 'react-hook-form';
import { FormContext, fieldId } from '@/components/forms/form-context';
import type { Schema } from '@/lib/features/tools/schema';
import { JsonOrObject } from './json-field';
import { ObjectGroup } from './object-group';
import { ArrayGroup, ArrayItem, Field, PlainButton } from './templates';
import { interpretingValidator } from './validator';
import { Choice, TextArea, TextInput, Tick } from './widgets';

const Generated = withTheme<Record<string, unknown>, RJSFSchema>({
  templates: {
    FieldTemplate: Field,
    ObjectFieldTemplate: ObjectGroup,
    ArrayFieldTemplate: ArrayGroup,
    ArrayFieldItemTemplate: ArrayItem,
    BaseInputTemplate: TextInput,
    ButtonTemplates: {
      AddButton: PlainButton,
      ClearButton: PlainButton,
      CopyButton: PlainButton,
      MoveDownButton: PlainButton,
      MoveUpButton: PlainButton,
      RemoveButton: PlainButton,
      SubmitButton: () => null,
    },
  },
  fields: { ObjectField: JsonOrObject },
  widgets: {
    SelectWidget: Choice,
    RadioWidget: Choice,
    CheckboxWidget: Tick,
    TextareaWidget: TextArea,
    ...dates(),
  },
});

// The browser's pickers give no zone, which a tool wants: times are typed.
function dates() {
  return { DateTimeWidget: TextInput, DateWidget: TextInput, TimeWidget: TextInput };
}

type Props = {
  schema: Schema;
  /** Which values a group has before anybody touched it. */
  behavior?: Experimental_DefaultFormStateBehavior;
};

/** The fields that a tool's schema asks for, as the part `params` of the form around them. */
export function ToolInput({ schema, behavior }: Props) {
  const { watch, setValue, clearErrors } = useFormContext<{ params: Record<string, unknown> }>();
  const place = useContext(FormContext);
  return (
    <Generated
      tagName="div"
      schema={schema as RJSFSchema}
      validator={interpretingValidator}
      noValidate
      experimental_defaultFormStateBehavior={behavior}
      formData={watch('params')}
      idPrefix={fieldId(place?.id ?? '', 'params')}
      idSeparator="."
      onChange={({ formData }) => {
        setValue('params', formData ?? {}, { shouldDirty: true });
        clearErrors('params');
      }}
    >
      {/* The button is the form's around it. */}
      <span hidden />
    </Generated>
  );
}
