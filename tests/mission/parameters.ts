import type { DescField, DescMessage } from '@bufbuild/protobuf';
import { z } from 'zod';
import { describedOperations } from '@/lib/scalekit/rest/described-operations';
import { isClientCallable } from '@/lib/scalekit/rest/http-rule';
import { services } from '@/lib/scalekit/services';

// Each is one value to whoever fills in a form.
const oneValue = /^google\.protobuf\./;

/**
 * The documented request parameters of every operation that a client token may call, by operation: names of the wire,
 * those inside of a body with its name before them (`role.display_name`).
 */
export function readParameters(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [group, service] of Object.entries(services)) {
    for (const method of service.methods) {
      if (method.methodKind === 'unary' && isClientCallable(method)) {
        found.set(`${group}.${method.localName}`, fieldsOf(method.input));
      }
    }
  }
  for (const [group, operations] of Object.entries(describedOperations)) {
    for (const [name, { input }] of Object.entries(operations)) found.set(`${group}.${name}`, keysOf(input));
  }
  return found;
}

function fieldsOf(message: DescMessage): string[] {
  return message.fields.flatMap(
    (field) => bodyOf(field)?.fields.map(({ name }) => `${field.name}.${name}`) ?? [field.name],
  );
}

function bodyOf(field: DescField): DescMessage | undefined {
  if (field.fieldKind !== 'message' || oneValue.test(field.message.typeName)) return undefined;
  return field.message;
}

function keysOf(input: z.ZodObject): string[] {
  return Object.entries(input.shape).flatMap(([name, schema]) => {
    const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
    return inner instanceof z.ZodObject ? Object.keys(inner.shape).map((key) => `${name}.${key}`) : [name];
  });
}

/** `default_member_role` as code has it: `defaultMemberRole`. */
export function inCode(parameter: string): string {
  const name = parameter.split('.').at(-1) ?? parameter;
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
