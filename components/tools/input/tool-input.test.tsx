import { useMemo } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { FormProvider, useForm } from 'react-hook-form';
import { describe, expect, it } from 'vitest';
import { FormContext } from '@/components/forms/form-context';
import type { Schema } from '@/lib/features/tools/schema';
import { ToolInput } from './tool-input';

function Page({ schema, params }: { schema: Schema; params: Schema }) {
  const form = useForm({ defaultValues: { params } });
  const place = useMemo(() => ({ id: 'f', labels: new Map<string, string>() }), []);
  return (
    <FormContext value={place}>
      <FormProvider {...form}>
        <ToolInput schema={schema} />
      </FormProvider>
    </FormContext>
  );
}

const draw = (properties: Schema, params: Schema = {}, required: string[] = []) =>
  renderToStaticMarkup(<Page schema={{ type: 'object', properties, required }} params={params} />);

describe('ToolInput', () => {
  it('gives each field its label, its help and the id that the summary of errors leads to', () => {
    const to = { type: 'string', format: 'email', description: 'Who gets it' };
    const html = draw({ to, count: { type: 'integer' } }, {}, ['to']);
    expect(html).toMatch(/<label for="f-params\.to"[^>]*><bdi>to<\/bdi><\/label>/);
    expect(html).toContain('id="f-params.to" aria-describedby="f-params.to-help"');
    expect(html).toContain('Who gets it');
    expect(html).toMatch(/<label for="f-params\.count"[^>]*><bdi>count<\/bdi><span[^>]*> \(optional\)/);
  });

  it('draws lists, groups, choices, ticks and alternatives', () => {
    const html = draw(
      {
        labels: { type: 'array', items: { type: 'string' } },
        sender: { type: 'object', properties: { name: { type: 'string' } } },
        kind: { enum: ['a', 'b'] },
        urgent: { type: 'boolean', description: 'At once' },
        when: { anyOf: [{ type: 'string' }, { type: 'integer' }] },
      },
      { labels: ['one'], urgent: true },
    );
    expect(html).toContain('value="one"');
    expect(html).toContain('Add to labels');
    expect(html).toContain('aria-label="Remove item 1"');
    expect(html).toContain('id="f-params.sender.name"');
    expect(html).toMatch(/<option value="1">b<\/option>/);
    expect(html).toMatch(/type="checkbox"[^>]*checked=""/);
    expect(html).toMatch(/aria-label="Kind of [^"]+"/);
    expect(html).not.toMatch(/glyphicon|btn-/);
  });
});
