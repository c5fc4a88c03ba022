'use client';

import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { ActionForm } from '@/components/forms/action-form';
import { ApiCallPreview } from '@/components/forms/api-call-preview';
import { FormField } from '@/components/forms/form-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { useActionForm } from '@/components/forms/use-action-form';
import { announce } from '@/components/ui/announce';
import { Section } from '@/components/ui/section';
import { Select } from '@/components/ui/select';
import { sendProxyRequest } from '@/lib/features/tools/actions';
import {
  type BodyKind,
  bodyKinds,
  type ProxyResult,
  proxyMethods,
  proxyRequestInput,
} from '@/lib/features/tools/schema';
import { TimeoutField } from './account-fields';
import { ProxyAnswer } from './proxy-answer';
import { ReasonField } from './reason-field';

type Props = {
  environment: string;
  account: { identifier: string; connector: string };
  inProduction: boolean;
};

const kindLabels: Record<BodyKind, string> = {
  none: 'None',
  json: 'JSON',
  form: 'Form data',
  text: 'Text',
};

const secretFields = ['path', 'query', 'headers', 'body'];

/** A request of a provider's own API with somebody's account; the answer stands below and nowhere else. */
export function ProxyRequestForm({ environment, account, inProduction }: Props) {
  const [answer, setAnswer] = useState<ProxyResult | null>(null);
  const form = useActionForm({
    name: 'tool.proxy',
    environment,
    schema: proxyRequestInput,
    defaultValues: {
      ...{ method: 'GET', path: '', query: '', headers: '', bodyKind: 'none', body: '' },
      ...{ ...account, timeoutSeconds: '', reason: '' },
    },
    secretFields,
    action: sendProxyRequest,
    check: () => {
      setAnswer(null);
      return null;
    },
    onSuccess: (received) => {
      setAnswer(received);
      announce(`The provider answered with ${received.status}.`);
    },
  });
  const [method = 'GET', path = '', bodyKind] = useWatch({
    control: form.form.control,
    name: ['method', 'path', 'bodyKind'],
  });
  return (
    <>
      <div className="max-w-3xl">
        <ActionForm
          form={form}
          footer={
            <div className="mt-4">
              <SubmitButton label="Send request" state={form.state} />
            </div>
          }
        >
          <div className="grid gap-4 md:grid-cols-2">
            <TextField name="connector" label="Connection" mono help="The key of the app connection." />
            <TextField
              name="identifier"
              label="Identifier"
              mono
              help="What the account was connected under."
            />
          </div>
          <div className="grid gap-4 md:grid-cols-[8rem_1fr]">
            <FormField name="method" label="Method">
              {(control) => (
                <Select {...control}>
                  {proxyMethods.map((one) => (
                    <option key={one}>{one}</option>
                  ))}
                </Select>
              )}
            </FormField>
            <TextField
              name="path"
              label="Path"
              mono
              help="At the provider, from its proxy address on: /v1/contacts."
            />
          </div>
          <TextField
            name="query"
            label="Query"
            optional
            multiline
            mono
            help="One parameter on each line: name=value."
          />
          <TextField
            name="headers"
            label="Headers"
            optional
            multiline
            mono
            help="One on each line: Name: value. The authorization is Scalekit's part."
          />
          <FormField name="bodyKind" label="Body">
            {(control) => (
              <Select {...control} className="max-w-40">
                {bodyKinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {kindLabels[kind]}
                  </option>
                ))}
              </Select>
            )}
          </FormField>
          {bodyKind === 'none' ? null : (
            <TextField
              name="body"
              label="Content of the body"
              multiline
              mono
              help={bodyKind === 'form' ? 'One field on each line: name=value.' : undefined}
            />
          )}
          <TimeoutField />
          <ReasonField inProduction={inProduction} />
          <ApiCallPreview call={{ method, path: `/proxy/${path.replace(/^\/+/, '')}` }} />
        </ActionForm>
      </div>
      {answer ? (
        <Section title="Answer">
          <ProxyAnswer answer={answer} />
        </Section>
      ) : null}
    </>
  );
}
