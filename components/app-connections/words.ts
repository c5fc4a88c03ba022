import type { Tone } from '@/components/ui/tone';
import { type AppConnectionRow, appConnectionTypes } from '@/lib/features/app-connections/schema';

const furtherTypes: Record<string, string> = {
  OAUTH_M2M: 'OAuth 2.0, machine to machine',
  TRELLO_OAUTH1: 'OAuth 1.0 (Trello)',
  TRUSTED_IDP: 'Trusted identity provider',
  SMART_FHIR: 'SMART on FHIR',
};

/** How agents sign in, in words. */
export function typeWords(type: string): string {
  return appConnectionTypes.find(({ value }) => value === type)?.label ?? furtherTypes[type] ?? type;
}

/** Whether agents can act through it. */
export function stateWords({ enabled, isComplete }: Pick<AppConnectionRow, 'enabled' | 'isComplete'>): {
  tone: Tone;
  label: string;
} {
  if (!enabled) return { tone: 'warning', label: 'Disabled' };
  return isComplete
    ? { tone: 'success', label: 'Enabled' }
    : { tone: 'info', label: 'Enabled, not complete' };
}
