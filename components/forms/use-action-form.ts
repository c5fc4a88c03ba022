'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRef, useState } from 'react';
import {
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  type Resolver,
  type UseFormReturn,
  useForm,
} from 'react-hook-form';
import type { z } from 'zod';
import type { ErrorView, FieldErrors } from '@/lib/errors';
import type { SecretFields } from './draft-storage';
import type { SubmissionState } from './submission';
import { type FormAction, useAction } from './use-action';
import { useDraft } from './use-draft';
import { useLeaveGuard } from './use-leave-guard';

type FormSchema = z.ZodType<FieldValues, FieldValues>;

type Options<Schema extends FormSchema, Data> = {
  /** Names the draft: the act and what it is about, `api_key.create:org_1`. */
  name: string;
  environment: string;
  /** The feature's own schema: the server parses with the same. */
  schema: Schema;
  defaultValues: DefaultValues<z.input<Schema>>;
  action: FormAction<z.input<Schema>, Data>;
  onSuccess: (data: Data, input: z.input<Schema>) => void;
  /** Fields that no draft may hold; rows as `claims.*.value`. Declare the list outside of the component. */
  secretFields?: SecretFields;
  /** What only the page can check, such as a name typed to confirm. Nothing is sent while it finds something. */
  check?: (input: z.input<Schema>) => FieldErrors | null;
};

export type ActionForm<Values extends FieldValues = FieldValues> = {
  form: UseFormReturn<Values>;
  submit: () => Promise<void>;
  state: SubmissionState;
  /** The last error from the server. */
  failure: ErrorView | null;
  dirty: boolean;
  restored: boolean;
  /** Counts attempts; after each one with errors the first bad field gets the focus. */
  attempt: number;
  /** Frees a form of unknown outcome. */
  reopen: () => void;
  /** Empties the form and forgets its draft. */
  discard: () => void;
};

const noSecrets: SecretFields = [];

/**
 * The one way a form writes: checks with the feature's schema, sends once, puts the server's sentences beside the
 * fields, keeps what was typed through errors, ended sessions and step-ups, and asks before it is lost.
 */
export function useActionForm<Schema extends FormSchema, Data>(
  options: Options<Schema, Data>,
): ActionForm<z.input<Schema>> {
  type Values = z.input<Schema>;
  const form = useForm<Values>({
    defaultValues: options.defaultValues,
    // `raw` hands back what was typed: the server parses it again, and a transformed value would not pass twice.
    resolver: zodResolver(options.schema, undefined, { raw: true }) as Resolver<Values>,
    shouldFocusError: false,
  });
  const { isDirty } = form.formState;
  const [failure, setFailure] = useState<ErrorView | null>(null);
  const [attempt, setAttempt] = useState(0);
  const leaving = useRef(false);
  const draft = useDraft(form, options.name, options.secretFields ?? noSecrets);
  const { state, run, reopen } = useAction({
    environment: options.environment,
    action: options.action,
    beforeSignIn: () => {
      leaving.current = true;
      draft.save();
    },
  });
  useLeaveGuard(isDirty && state !== 'unknown', leaving);

  const showFieldErrors = (errors: FieldErrors) => {
    for (const [path, message] of Object.entries(errors)) {
      form.setError(path as FieldPath<Values>, { type: 'server', message });
    }
  };
  const send = async (input: Values) => {
    const problems = options.check?.(input);
    if (problems) return showFieldErrors(problems);
    const result = await run(input);
    if (!result) return;
    if (!result.ok) {
      setFailure(result.error);
      return showFieldErrors(result.error.fieldErrors ?? {});
    }
    draft.remove();
    form.reset(input);
    options.onSuccess(result.data, input);
  };
  const submit = async () => {
    if (state !== 'editing') return;
    setFailure(null);
    await form.handleSubmit(send)();
    setAttempt((count) => count + 1);
  };
  const discard = () => {
    draft.remove();
    form.reset();
    setFailure(null);
  };
  const free = () => {
    setFailure(null);
    reopen();
  };
  const { restored } = draft;
  return { form, submit, state, failure, dirty: isDirty, restored, attempt, reopen: free, discard };
}
