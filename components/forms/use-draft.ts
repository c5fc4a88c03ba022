'use client';

import { useCallback, useEffect, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { draftKey, loadDraft, removeDraft, type SecretFields, saveDraft } from './draft-storage';

export type Draft = {
  /** True when what was typed before stands in the form again. */
  restored: boolean;
  save: () => void;
  remove: () => void;
};

/** Keeps what is typed for as long as the form is dirty, and puts it back when the form appears again. */
export function useDraft<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  name: string,
  secretFields: SecretFields,
): Draft {
  const [restored, setRestored] = useState(false);
  const { getValues, reset, subscribe } = form;
  const save = useCallback(
    () => saveDraft(sessionStorage, currentKey(name), getValues(), secretFields),
    [getValues, name, secretFields],
  );
  const remove = useCallback(() => removeDraft(sessionStorage, currentKey(name)), [name]);

  useEffect(() => {
    const draft = loadDraft(sessionStorage, currentKey(name));
    if (!draft) return;
    reset({ ...getValues(), ...draft }, { keepDefaultValues: true });
    setRestored(true);
  }, [getValues, reset, name]);

  useEffect(
    () =>
      subscribe({
        formState: { values: true, isDirty: true },
        callback: ({ isDirty }) => (isDirty ? save() : remove()),
      }),
    [subscribe, save, remove],
  );

  return { restored, save, remove };
}

/** Leaves something behind for another form, which shows it when it opens: the rest of an act that stopped half-way. */
export function leaveDraft(form: string, values: Record<string, unknown>): void {
  saveDraft(sessionStorage, currentKey(form), values, []);
}

/** Takes back what `leaveDraft` left. */
export function takeBackDraft(form: string): void {
  removeDraft(sessionStorage, currentKey(form));
}

/** The frame names the person on the page, so that a draft stays with who typed it. */
function currentKey(form: string): string {
  const person = document.querySelector<HTMLElement>('[data-person]')?.dataset.person;
  return draftKey(person ?? 'nobody', form);
}
