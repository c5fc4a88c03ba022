import type { Tone } from '@/components/ui/tone';
import {
  type OpenOutcome,
  type PortalFeature,
  type PortalLinkState,
  portalFeatureLabels,
} from '@/lib/features/portal-links/schema';
import { formatList } from '@/lib/format';

type Words = { tone: Tone; words: string };

export const stateWords: Record<PortalLinkState, Words> = {
  active: { tone: 'success', words: 'Active' },
  expired: { tone: 'neutral', words: 'Expired' },
  revoked: { tone: 'neutral', words: 'Revoked' },
  used_up: { tone: 'warning', words: 'Used up' },
};

export const outcomeWords: Record<OpenOutcome, Words> = {
  opened: { tone: 'success', words: 'Sent on to the setup portal' },
  refused_expired: { tone: 'neutral', words: 'Refused: expired' },
  refused_frozen: { tone: 'neutral', words: 'Refused: the environment was frozen' },
  refused_revoked: { tone: 'neutral', words: 'Refused: revoked' },
  refused_used_up: { tone: 'neutral', words: 'Refused: used up' },
  failed_upstream: { tone: 'danger', words: 'Scalekit made no link' },
  unknown: { tone: 'warning', words: 'Outcome unknown' },
};

/** What follows from an outcome that is no plain success or refusal. */
export const outcomeNotes: Partial<Record<OpenOutcome, string>> = {
  failed_upstream: 'The customer was asked to try again. This open was not counted.',
  unknown: 'Scalekit’s answer did not arrive, so a link may have been made. This open counts.',
};

const shortLabels: Record<PortalFeature, string> = { sso: 'SSO', dir_sync: 'SCIM' };

/** `SSO and SCIM`, for a table row. */
export function shortFeatureWords(features: PortalFeature[]): string {
  return formatList(features.map((feature) => shortLabels[feature]));
}

/** `Single sign-on and Directory sync (SCIM)` */
export function featureWords(features: PortalFeature[]): string {
  return formatList(features.map((feature) => portalFeatureLabels[feature]));
}
