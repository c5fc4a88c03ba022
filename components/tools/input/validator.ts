import type { RJSFSchema, ValidatorType } from '@rjsf/utils';
import type { Schema } from '@/lib/features/tools/schema';
import { fits } from './check';

type Values = Record<string, unknown>;

/**
 * What the form library asks while it resolves a schema: which of several alternatives the values fit. Its own validators
 * compile, which the page's security policy forbids. The errors come from the form around it.
 */
export const interpretingValidator: ValidatorType<Values, RJSFSchema> = {
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  rawValidation: () => ({ errors: [] }),
  isValid: (schema, values, root) => {
    const { $defs, definitions } = root as Schema;
    return fits({ ...($defs ? { $defs } : {}), ...(definitions ? { definitions } : {}), ...schema }, values);
  },
};
