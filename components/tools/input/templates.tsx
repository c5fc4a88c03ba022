'use client';

import {
  ADDITIONAL_PROPERTY_FLAG,
  type ArrayFieldItemTemplateProps,
  type ArrayFieldTemplateProps,
  type FieldTemplateProps,
  type IconButtonProps,
  type RJSFSchema,
} from '@rjsf/utils';
import { get, useFormContext } from 'react-hook-form';
import { useFieldIds } from '@/components/forms/form-context';
import { FieldError, messageOf } from '@/components/forms/form-field';
import { Button } from '@/components/ui/button';
import { MapEntry } from './map-entry';

type Values = Record<string, unknown>;
type FieldProps = FieldTemplateProps<Values, RJSFSchema>;

/** The name of a field of the input in the form around it: `params.to`, `params.labels.0`. */
export function pathOf(path: readonly (string | number)[]): string {
  return ['params', ...path].join('.');
}

/** The sentence beside a field of the input. */
export function useProblem(path: string): string | null {
  const { formState } = useFormContext();
  return messageOf(get(formState.errors, path));
}

/** A label above, help and error below, as every field of the console has them. */
export function Field({
  id,
  label,
  required,
  schema,
  children,
  hidden,
  fieldPathId,
  displayLabel,
  onKeyRenameBlur,
  onRemoveProperty,
}: FieldProps) {
  const path = pathOf(fieldPathId.path);
  const ids = useFieldIds(path, label || 'Input');
  const message = useProblem(path);
  if (hidden) return <div hidden>{children}</div>;
  // A check box and a group say themselves what they are.
  const labelled = displayLabel && schema.type !== 'boolean';
  if (ADDITIONAL_PROPERTY_FLAG in schema) {
    return (
      <MapEntry id={id} label={label} onRename={onKeyRenameBlur} onRemove={onRemoveProperty}>
        {children}
        <FieldError id={ids.error} message={message} />
      </MapEntry>
    );
  }
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      {labelled ? (
        <label htmlFor={id} className="font-medium">
          <bdi>{label}</bdi>
          {required ? null : <span className="font-normal text-quiet"> (optional)</span>}
        </label>
      ) : null}
      {children}
      {labelled && schema.description ? (
        <div id={ids.help} className="measure text-table text-quiet">
          <bdi>{schema.description}</bdi>
        </div>
      ) : null}
      <FieldError id={ids.error} message={message} />
    </div>
  );
}

export function ArrayGroup({
  title,
  schema,
  items,
  canAdd,
  onAddClick,
  fieldPathId,
}: ArrayFieldTemplateProps) {
  return (
    <fieldset id={fieldPathId.$id} className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium">
        <bdi>{title}</bdi>
      </legend>
      {schema.description ? (
        <div className="measure text-table text-quiet">
          <bdi>{schema.description}</bdi>
        </div>
      ) : null}
      {items}
      {canAdd ? (
        <div>
          <Button size="small" onClick={onAddClick}>
            {`Add to ${title}`}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}

export function ArrayItem({ children, buttonsProps, hasToolbar, index }: ArrayFieldItemTemplateProps) {
  return (
    <div className="flex items-end gap-2">
      <div className="min-w-0 flex-1">{children}</div>
      {hasToolbar && buttonsProps.hasRemove ? (
        <Button
          size="small"
          className="mb-1"
          aria-label={`Remove item ${index + 1}`}
          onClick={buttonsProps.onRemoveItem}
        >
          Remove
        </Button>
      ) : null}
    </div>
  );
}

/** A button of the library's own, for the rare places that are not drawn here. */
export function PlainButton({ onClick, title, icon, iconType }: IconButtonProps) {
  return (
    <Button size="small" onClick={onClick}>
      {title ?? (typeof icon === 'string' ? icon : (iconType ?? 'Change'))}
    </Button>
  );
}
