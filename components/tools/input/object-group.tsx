'use client';

import { canExpand, type ObjectFieldTemplateProps } from '@rjsf/utils';
import { useState } from 'react';
import { get, useFormContext } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { pathOf } from './templates';

/** A group of fields, or a map. A schema may ask for groups that are folded until somebody needs them. */
export function ObjectGroup(props: ObjectFieldTemplateProps) {
  const { title, description, properties, fieldPathId, schema, formData, required } = props;
  const [open, setOpen] = useState(() => Object.keys(formData ?? {}).length > 0);
  const { formState } = useFormContext();
  const hasProblem = get(formState.errors, pathOf(fieldPathId.path)) !== undefined;
  // What is wrong must be in sight; it stays open when it is mended.
  if (hasProblem && !open) setOpen(true);
  const fields = properties.map(({ name, content, hidden }) => (
    <div key={name} className={hidden ? 'hidden' : undefined}>
      {content}
    </div>
  ));
  // The whole input has its heading on the page.
  if (fieldPathId.path.length === 0) return <div className="flex flex-col gap-4">{fields}</div>;
  const help = description ? <div className="measure text-table text-quiet">{description}</div> : null;
  if ((schema as Record<string, unknown>)['x-fold'] === true && !required) {
    return (
      <details
        id={fieldPathId.$id}
        open={open}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
        className="border-l-2 border-line pl-3"
      >
        <summary className="w-fit rounded-sm font-medium hover:text-text">
          <bdi>{title}</bdi>
          <span className="font-normal text-quiet"> (optional)</span>
        </summary>
        <div className="mt-2 flex flex-col gap-3">
          {help}
          {fields}
        </div>
      </details>
    );
  }
  return (
    <fieldset id={fieldPathId.$id} className="flex min-w-0 flex-col gap-3 border-l-2 border-line pl-3">
      <legend className="font-medium">
        <bdi>{title}</bdi>
      </legend>
      {help}
      {fields}
      {canExpand(schema, props.uiSchema, formData) ? (
        <div>
          <Button size="small" onClick={props.onAddProperty}>
            {`Add to ${title}`}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}
