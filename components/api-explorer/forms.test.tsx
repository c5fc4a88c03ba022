import { useMemo } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { FormProvider, useForm } from 'react-hook-form';
import { describe, expect, it } from 'vitest';
import { FormContext } from '@/components/forms/form-context';
import type { InputSchema } from '@/lib/features/api-explorer/schema';
import { inputSchema } from '@/lib/scalekit/rest/message-schema';
import { operations } from '@/lib/scalekit/rest/operations';
import { InputTabs } from './input-tabs';

function Page({ schema, params }: { schema: InputSchema; params: InputSchema }) {
  const form = useForm({ defaultValues: { params } });
  const place = useMemo(() => ({ id: 'f', labels: new Map<string, string>() }), []);
  return (
    <FormContext value={place}>
      <FormProvider {...form}>
        <InputTabs schema={schema} params={params} json={null} onJson={() => {}} />
      </FormProvider>
    </FormContext>
  );
}

const draw = (key: string, params: InputSchema = {}) => {
  const operation = operations.get(key);
  if (!operation) throw new Error(`There is no ${key}`);
  return renderToStaticMarkup(<Page schema={inputSchema(operation)} params={params} />);
};

describe('the form of an operation', () => {
  it('is drawn for each, with a control for every kind of field', () => {
    for (const { key, callable } of operations.values()) {
      if (callable) expect(draw(key), key).not.toMatch(/Unsupported|Unknown field/);
    }
  });

  it('has maps as pairs, free objects as JSON, enums as choices and groups folded', () => {
    const map = draw('organizations.updateOrganization', { organization: { metadata: { plan: 'gold' } } });
    expect(map).toContain('Add to metadata');
    expect(map).toMatch(/id="f-params\.organization\.metadata\.plan-key"[^>]*value="plan"/);
    expect(draw('tools.executeTool', { params: { to: 'x' } })).toMatch(/<textarea[^>]*id="f-params\.params"/);
    const connection = draw('connections.createConnection');
    expect(connection).toMatch(/<option[^>]*>SAML<\/option>/);
    expect(draw('connections.updateConnection')).toMatch(
      /<details[^>]*id="f-params\.connection\.saml_config"/,
    );
  });
});
