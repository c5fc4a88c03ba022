'use client';

import { useId, useState } from 'react';
import { get, useController, useFormContext } from 'react-hook-form';
import { useFieldIds } from '@/components/forms/form-context';
import { FieldError, messageOf } from '@/components/forms/form-field';
import { useLiveQuery } from '@/components/live/live-query';
import { Checkbox } from '@/components/ui/choice';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import type { PermissionChoice, RolePermission } from '@/lib/role-row';

/** The live query that offers permissions: which may be given differs by who a role belongs to. */
export type PermissionSource = { query: string; environment: string; input: Record<string, string> };

type Props = {
  source: PermissionSource;
  /** What the base brings already, with the display name of the role that has it. */
  inherited: ReadonlyMap<string, string>;
  legend?: string;
  /** Those that are not offered. */
  hidden?: readonly string[];
};

const name = 'permissions';
const most = 100;
const nothing: string[] = [];

/** The permissions that a role is given itself, beside those its base brings. Needs `LiveQueries` around it. */
export function PermissionField({
  source,
  inherited,
  legend = 'Permissions of its own',
  hidden = nothing,
}: Props) {
  const ids = useFieldIds(name, 'Permissions');
  const { control, formState } = useFormContext();
  const { field } = useController({ control, name });
  const chosen: string[] = field.value;
  const choice = useLiveQuery<PermissionChoice>(source.query, source.environment, source.input);
  const change = (permission: string, isOn: boolean) =>
    field.onChange(isOn ? [...chosen, permission].sort() : chosen.filter((one) => one !== permission));
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 flex w-full items-baseline justify-between font-medium">
        {legend}
        <span className="text-table font-normal text-quiet">
          {chosen.length} of {most}
        </span>
      </legend>
      {choice.isPending ? <Skeleton className="h-40" /> : null}
      {choice.error ? (
        <Notice tone="warning" title="The permissions could not be read." requestId={choice.error.requestId}>
          {choice.error.message} Those that the role has stay.
        </Notice>
      ) : null}
      {choice.data ? (
        <Choices
          firstId={ids.field}
          permissions={withChosen(choice.data.permissions, chosen).filter(
            (one) => !hidden.includes(one.name),
          )}
          chosen={chosen}
          inherited={inherited}
          onChange={change}
        />
      ) : null}
      {choice.data?.complete === false ? (
        <p className="text-table text-quiet">
          There are more permissions than can be offered here: these are the first{' '}
          {choice.data.permissions.length}.
        </p>
      ) : null}
      <FieldError id={ids.error} message={messageOf(get(formState.errors, name))} />
    </fieldset>
  );
}

/** What the role has is offered too, even where the list does not reach that far. */
function withChosen(permissions: RolePermission[], chosen: string[]): RolePermission[] {
  const listed = new Set(permissions.map((one) => one.name));
  const missing = chosen.filter((one) => !listed.has(one)).map((one) => ({ name: one, description: null }));
  return [...missing, ...permissions];
}

type ChoicesProps = {
  firstId: string;
  permissions: RolePermission[];
  chosen: string[];
  inherited: ReadonlyMap<string, string>;
  onChange: (permission: string, isOn: boolean) => void;
};

function Choices({ firstId, permissions, chosen, inherited, onChange }: ChoicesProps) {
  const [typed, setTyped] = useState('');
  const filterId = useId();
  const words = typed.trim().toLowerCase();
  const shown = permissions.filter(
    (one) => one.name.toLowerCase().includes(words) || one.description?.toLowerCase().includes(words),
  );
  return (
    <>
      <label htmlFor={filterId} className="sr-only">
        Filter permissions
      </label>
      <Input
        id={filterId}
        value={typed}
        placeholder="Filter by name or description"
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        // Enter would send the form.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <div className="flex max-h-64 flex-col gap-1.5 overflow-y-auto rounded border border-line px-3 py-2">
        {shown.length === 0 ? <p className="text-quiet">No permission matches.</p> : null}
        {shown.map((one, index) => (
          <Checkbox
            key={one.name}
            id={index === 0 ? firstId : undefined}
            label={<span className="font-mono text-xs wrap-anywhere">{one.name}</span>}
            hint={hintOf(one, inherited.get(one.name))}
            className="shrink-0"
            checked={chosen.includes(one.name)}
            onChange={(event) => onChange(one.name, event.target.checked)}
          />
        ))}
      </div>
    </>
  );
}

function hintOf({ description }: RolePermission, from: string | undefined): string | undefined {
  return [from ? `From ${from} already.` : '', description ?? ''].filter(Boolean).join(' ') || undefined;
}
