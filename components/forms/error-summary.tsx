'use client';

import type { MouseEvent } from 'react';
import { useFormState } from 'react-hook-form';
import { formatQuantity } from '@/lib/format';
import { fieldId } from './form-context';
import { listProblems } from './form-errors';

type Props = { formId: string; labels: Map<string, string> };

/** All problems of a form on top of it, each a way to its field. */
export function ErrorSummary({ formId, labels }: Props) {
  const problems = listProblems(useFormState().errors);
  if (problems.length === 0) return null;
  const focus = (event: MouseEvent, id: string) => {
    event.preventDefault();
    document.getElementById(id)?.focus();
  };
  return (
    <div role="alert" className="rounded border border-danger-line bg-danger-soft px-3 py-2.5">
      <p className="font-medium text-danger-text">
        {formatQuantity(problems.length, 'field needs', 'fields need')} another look
      </p>
      <ul className="mt-1 list-disc pl-5">
        {problems.map(({ path, message }) => {
          const id = fieldId(formId, path);
          const label = labels.get(path);
          return (
            <li key={path}>
              {label ? (
                <a href={`#${id}`} className="text-link" onClick={(event) => focus(event, id)}>
                  {label}
                </a>
              ) : (
                path
              )}
              {path === '' ? message : `: ${message}`}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
