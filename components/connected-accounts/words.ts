import type { Tone } from '@/components/ui/tone';
import type { AccountStatus, StatusFilter } from '@/lib/features/connected-accounts/schema';

/** Each state in words, and what it means for agents. */
export const statusWords: Record<AccountStatus, { tone: Tone; label: string; meaning: string }> = {
  ACTIVE: { tone: 'success', label: 'Active', meaning: 'Agents can act with it.' },
  EXPIRED: {
    tone: 'danger',
    label: 'Expired',
    meaning:
      'Its token has run out and could not be renewed: agents cannot act until the person connects again.',
  },
  PENDING_AUTH: {
    tone: 'warning',
    label: 'Waits for consent',
    meaning: 'The person has not authorized it yet.',
  },
  PENDING_VERIFICATION: {
    tone: 'warning',
    label: 'Waits for verification',
    meaning: 'Somebody has consented; your application has yet to say that it was the right person.',
  },
  DISCONNECTED: {
    tone: 'neutral',
    label: 'Disconnected',
    meaning: 'It was cut off: its credentials are gone, the record stays.',
  },
  OTHER: { tone: 'neutral', label: 'Other', meaning: 'A state that this console does not know yet.' },
};

export function filterWords(status: StatusFilter): string {
  if (status === '') return 'Any';
  return status === 'needs_link' ? 'Needs a new link' : statusWords[status].label;
}

const types: Record<string, string> = {
  OAUTH: 'OAuth 2.0',
  OAUTH_M2M: 'OAuth 2.0, machine to machine',
  TRELLO_OAUTH1: 'OAuth 1.0 (Trello)',
  GOOGLE_DWD: 'Google domain-wide delegation',
  TRUSTED_IDP: 'Trusted identity provider',
  SMART_FHIR: 'SMART on FHIR',
  API_KEY: 'API key',
  BASIC: 'User name and password',
  BASIC_AUTH: 'User name and password',
  BEARER_TOKEN: 'Bearer token',
  NO_AUTH: 'Nothing',
  CUSTOM: 'Values of its own',
};

/** How the person authorized, in words. */
export function typeWords(type: string): string {
  return types[type] ?? (type || 'not known');
}
