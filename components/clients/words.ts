import type { ChoiceOption } from '@/components/forms/choice-field';

export const typeOptions: ChoiceOption[] = [
  { value: 'WEB_APP', label: 'Web application', hint: 'Runs on a server and keeps a secret.' },
  { value: 'SPA', label: 'Single-page application', hint: 'Runs in browsers: no secret, PKCE.' },
  { value: 'NTV', label: 'Native application', hint: 'Runs on phones and desktops: no secret, PKCE.' },
];

/** The kind of an application in words. */
export function typeWords(type: string): string {
  if (type === 'ENV') return 'The environment’s own';
  return typeOptions.find(({ value }) => value === type)?.label ?? type;
}

/** True for what runs on its users' devices and cannot keep a secret. */
export function isPublic(type: string): boolean {
  return type === 'SPA' || type === 'NTV';
}
