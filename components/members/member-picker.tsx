'use client';

import { useDeferredValue, useId, useState } from 'react';
import { useController } from 'react-hook-form';
import { useFieldIds } from '@/components/forms/form-context';
import { FieldError, messageOf } from '@/components/forms/form-field';
import { useLiveQuery } from '@/components/live/live-query';
import { Button } from '@/components/ui/button';
import { Radio } from '@/components/ui/choice';
import { Input } from '@/components/ui/input';
import type { MemberRow } from '@/lib/features/members/schema';

type Props = { name: string; environment: string; organizationId: string };

/** Whom a key acts as: the organization, or one active member, found by e-mail or id. Holds a user id or null. */
export function MemberPicker({ name, environment, organizationId }: Props) {
  const ids = useFieldIds(name, 'Acts as');
  const { field, fieldState } = useController({ name });
  const [choosing, setChoosing] = useState(field.value !== null);
  const [chosen, setChosen] = useState<MemberRow | null>(null);
  const group = useId();
  const pick = (member: MemberRow | null) => {
    setChosen(member);
    field.onChange(member?.userId ?? null);
  };
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 font-medium">Acts as</legend>
      <Radio
        name={group}
        label="The organization"
        checked={!choosing}
        onChange={() => {
          setChoosing(false);
          pick(null);
        }}
      />
      <Radio
        id={ids.field}
        name={group}
        label="One of its members"
        hint="The key carries the member’s roles and stops working when they leave."
        checked={choosing}
        onChange={() => setChoosing(true)}
      />
      {choosing && field.value ? (
        <p className="flex items-center gap-2 pl-6.5">
          <span className="font-medium">{chosen?.email ?? field.value}</span>
          <Button size="small" onClick={() => pick(null)}>
            Choose another
          </Button>
        </p>
      ) : null}
      {choosing && !field.value ? (
        <MemberSearch environment={environment} organizationId={organizationId} onPick={pick} />
      ) : null}
      <FieldError id={ids.error} message={messageOf(fieldState.error)} />
    </fieldset>
  );
}

type SearchProps = { environment: string; organizationId: string; onPick: (member: MemberRow) => void };

function MemberSearch({ environment, organizationId, onPick }: SearchProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const search = useLiveQuery<MemberRow[]>(
    'members.search',
    environment,
    { organizationId, text },
    { enabled: text.length >= 3 },
  );
  const active = search.data?.filter((member) => member.status === 'active') ?? [];
  return (
    <div className="flex flex-col gap-1.5 pl-6.5">
      <label htmlFor={id} className="sr-only">
        Search members by e-mail or id
      </label>
      <Input
        id={id}
        type="search"
        value={typed}
        placeholder="E-mail or id, three characters or more"
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <ul className="flex max-h-48 flex-col overflow-y-auto">
        {active.map((member) => (
          <li key={member.userId}>
            <Button variant="ghost" size="small" onClick={() => onPick(member)}>
              {member.email}
              <bdi className="font-normal text-quiet">{member.name}</bdi>
            </Button>
          </li>
        ))}
      </ul>
      <p role="status" className="text-table text-quiet">
        {describeSearch(text, search.isFetching, search.error?.message, active.length)}
      </p>
    </div>
  );
}

function describeSearch(text: string, busy: boolean, problem: string | undefined, found: number): string {
  if (text.length < 3) return 'Only active members can have a key.';
  if (busy) return 'Searching…';
  if (problem) return problem;
  return found === 0 ? 'No active member matches.' : `${found} found. Scalekit returns 30 at most.`;
}
