'use client';

import type {
  ArrayFieldItemTemplateProps,
  ArrayFieldTemplateProps,
  FieldTemplateProps,
  IconButtonProps,
  ObjectFieldTemplateProps,
  RJSFSchema,
} from '@rjsf/utils';
import { get, useFormContext } from 'react-hook-form';
import { useFieldIds } from '@/components/forms/form-context';
import { FieldError, messageOf } from '@/components/forms/form-field';
import { Button } from '@/components/ui/button';

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
}: FieldProps) {
  const path = pathOf(fieldPathId.path);
  const ids = useFieldIds(path, label || 'Input');
  const message = useProblem(path);
  if (hidden) return <div hidden>{children}</div>;
  // A check box and a group say themselves what they are.
  const labelled = displayLabel && schema.type !== 'boolean';
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

export function ObjectGroup({ title, description, properties, fieldPathId }: ObjectFieldTemplateProps) {
  const fields = properties.map(({ name, content, hidden }) => (
    <div key={name} className={hidden ? 'hidden' : undefined}>
      {content}
    </div>
  ));
  // The whole input has its heading on the page.
  if (fieldPathId.path.length === 0) return <div className="flex flex-col gap-4">{fields}</div>;
  return (
    <fieldset id={fieldPathId.$id} className="flex min-w-0 flex-col gap-3 border-l-2 border-line pl-3">
      <legend className="font-medium">
        <bdi>{title}</bdi>
      </legend>
      {description ? <div className="measure text-table text-quiet">{description}</div> : null}
      {fields}
    </fieldset>
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
