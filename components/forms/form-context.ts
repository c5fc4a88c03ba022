'use client';

import { createContext, useContext, useEffect } from 'react';

type FormPlace = {
  /** Makes element ids unique when two forms are on one page. */
  id: string;
  /** What each field is called, for the summary of errors. */
  labels: Map<string, string>;
};

export const FormContext = createContext<FormPlace | null>(null);

export type FieldIds = { field: string; help: string; error: string };

function useFormPlace(): FormPlace {
  const place = useContext(FormContext);
  if (!place) throw new Error('A form field stands outside of an ActionForm.');
  return place;
}

/** The element ids of a field, and its name for the summary. */
export function useFieldIds(name: string, label: string): FieldIds {
  const { id, labels } = useFormPlace();
  useEffect(() => {
    labels.set(name, label);
    return () => void labels.delete(name);
  }, [labels, name, label]);
  const field = fieldId(id, name);
  return { field, help: `${field}-help`, error: `${field}-error` };
}

/** The element id of a field. */
export function fieldId(form: string, name: string): string {
  return `${form}-${name}`;
}
