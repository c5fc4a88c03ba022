import type { ProviderKind } from '@/lib/features/providers/schema';

export const kindLabels: Record<ProviderKind, string> = {
  custom: 'Custom',
  built_in: 'Built in',
  all: 'All',
};

const types: Record<string, string> = {
  OAUTH: 'OAuth 2.0',
  BEARER: 'Bearer token',
  API_KEY: 'API key',
  BASIC: 'Name and password',
};

/** How people authorize, in words. */
export function authTypeWords(type: string): string {
  return types[type] ?? type;
}
