'use client';

import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { SnippetView } from '@/components/code-snippets/snippet-view';
import { ActionForm } from '@/components/forms/action-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { useActionForm } from '@/components/forms/use-action-form';
import { checkParams } from '@/components/tools/input/check';
import { ReasonField } from '@/components/tools/reason-field';
import { announce } from '@/components/ui/announce';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import { type ApiAct, actOf, actsWithReason } from '@/lib/api-effects';
import { type OperationDetail, type SendResult, sendInput } from '@/lib/features/api-explorer/schema';
import { secretPaths } from '@/lib/secret-fields';
import { Answer } from './answer';
import { InputTabs, readJson } from './input-tabs';
import { prune } from './prune';
import { sendAs } from './send-as';
import { actLabels } from './words';

type Params = Record<string, unknown>;

type Props = {
  environment: string;
  operation: OperationDetail;
  /** What the address names of the path. */
  filled: Params;
  /** The acts that the person's role includes. */
  may: ApiAct[];
  mayReveal: boolean;
  /** The acts that would ask for a sign-in first. */
  asksForSignIn: ApiAct[];
  limited: boolean;
  inProduction: boolean;
};

// No draft holds these; of what may be anybody's mail it holds nothing.
const keptOut = secretPaths('params', 6);
const allOfIt = ['params', 'json'];

/** Fill in, see the very request, send it; the answer stands below and nowhere else. */
export function ExploreOperation(props: Props) {
  const { environment, operation, filled, may, mayReveal, asksForSignIn, limited, inProduction } = props;
  const [answer, setAnswer] = useState<SendResult | null>(null);
  const [json, setJson] = useState<string | null>(null);
  const read = (params: Params) => (json === null ? prune(params) : (readJson(json) ?? {}));
  const form = useActionForm({
    name: `api.send:${operation.key}`,
    environment,
    schema: sendInput,
    defaultValues: { operation: operation.key, params: filled, reason: '' },
    secretFields: operation.act === 'read_content' ? allOfIt : keptOut,
    action: ({ input, ...request }) => {
      const params = read(input.params ?? {});
      return sendAs[actOf(operation.key, params) ?? 'read']({ ...request, input: { ...input, params } });
    },
    check: ({ params }) => {
      setAnswer(null);
      if (json !== null && !readJson(json)) return { params: 'This is no JSON object.' };
      const problems = Object.entries(checkParams(operation.schema, read(params ?? {})));
      if (problems.length === 0) return null;
      return Object.fromEntries(
        problems.map(([path, said]) => [
          path,
          said === 'The tool needs this.' ? 'The call needs this.' : said,
        ]),
      );
    },
    onSuccess: (received) => {
      setAnswer(received);
      announce(`Scalekit answered with ${received.status}.`);
    },
  });
  const typed = useWatch({ control: form.form.control, name: 'params' }) as Params | undefined;
  const params = read(typed ?? {});
  const act = actOf(operation.key, params) ?? 'read';
  const allowed = may.includes(act);
  return (
    <>
      <div className="grid gap-x-10 gap-y-6 wide:grid-cols-2">
        <div className="min-w-0">
          <Section title="Input">
            <ActionForm
              form={form}
              footer={
                <div className="mt-4">
                  {allowed ? (
                    <SubmitButton label="Send" state={form.state} danger={act === 'destroy'} />
                  ) : (
                    <p className="measure text-quiet">
                      {`Your role does not include it${inProduction ? ' in production' : ''}: it ${actLabels[act].toLowerCase()}.`}
                    </p>
                  )}
                </div>
              }
            >
              <InputTabs schema={operation.schema} params={prune(typed ?? {})} json={json} onJson={setJson} />
              {allowed && actsWithReason.includes(act) ? <ReasonField inProduction={inProduction} /> : null}
              <Advice act={act} asks={asksForSignIn.includes(act)} limited={limited} />
            </ActionForm>
          </Section>
        </div>
        <div className="min-w-0">
          <Section title="Request" description="As it is sent, with the token and other secrets masked.">
            <SnippetView
              of={{ operation: operation.key, routes: operation.routes, base: operation.base, input: params }}
            />
          </Section>
        </div>
      </div>
      {answer ? (
        <Section title="Answer">
          <Answer environment={environment} answer={answer} mayReveal={mayReveal} />
        </Section>
      ) : null}
    </>
  );
}

/** What to know before sending. */
function Advice({ act, asks, limited }: { act: ApiAct; asks: boolean; limited: boolean }) {
  return (
    <>
      {act === 'destroy' ? (
        <Notice tone="danger" title="What this deletes does not come back">
          The page of the thing itself counts first what hangs on it.
        </Notice>
      ) : null}
      {asks ? (
        <Notice tone="info" title="Sending asks you to sign in again first">
          What you typed is here again afterwards, without what looks like a secret.
        </Notice>
      ) : null}
      {limited ? (
        <p className="measure text-table text-quiet">
          You are limited to some customers: a call is sent when its path or its input names one of them.
        </p>
      ) : null}
    </>
  );
}
