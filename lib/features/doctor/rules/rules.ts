import type { Rule } from '../evidence';
import { connectionRules } from './connection.data';
import { limitRules } from './limit.data';
import { personRules } from './person.data';
import { providerRules } from './provider.data';
import { requestRules } from './request.data';

/** Everything that the doctor knows to go wrong. Where two weigh the same, the earlier one comes first. */
export const rules: Rule[] = [
  ...requestRules,
  ...connectionRules,
  ...providerRules,
  ...personRules,
  ...limitRules,
];
