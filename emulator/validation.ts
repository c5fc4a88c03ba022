import type { DescMessage, Message } from '@bufbuild/protobuf';
import { pathToString } from '@bufbuild/protobuf/reflect';
import { createValidator } from '@bufbuild/protovalidate';
import { invalidArgument } from './errors';

const validator = createValidator();

/**
 * Holds a request against the rules that the contract itself carries.
 * @throws ConnectError invalid argument with one violation per broken rule
 */
export function validateInput(schema: DescMessage, input: Message): void {
  const result = validator.validate(schema, input);
  if (result.kind === 'valid') return;
  if (result.kind === 'error') throw result.error;
  const violations = result.violations.map((violation) => ({
    field: pathToString(violation.field),
    description: violation.message,
    constraint: violation.ruleId,
  }));
  const text = violations.map(({ field, description }) => `${field}: ${description}`).join('; ');
  throw invalidArgument(`validation error: ${text}`, violations);
}
