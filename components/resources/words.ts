import type { ChoiceOption } from '@/components/forms/choice-field';

/** Kinds of resource, in the order in which they are offered. */
export const typeOptions: ChoiceOption[] = [
  { value: 'MCP_SERVER', label: 'MCP server', hint: 'Agents act in your product through it.' },
  { value: 'WEB', label: 'Web application' },
  { value: 'MOBILE', label: 'Mobile application' },
  { value: 'DESKTOP', label: 'Desktop application' },
  { value: 'SERVER', label: 'Server' },
];

/** The kind of a resource in words. */
export function typeWords(type: string): string {
  return typeOptions.find(({ value }) => value === type)?.label ?? type;
}
