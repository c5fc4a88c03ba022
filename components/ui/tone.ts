export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** Ink, ground and edge of each tone; for notices and filled badges. */
export const toneSurface: Record<Tone, string> = {
  neutral: 'bg-sunken text-text border-line',
  info: 'bg-info-soft text-info-text border-info-line',
  success: 'bg-success-soft text-success-text border-success-line',
  warning: 'bg-warning-soft text-warning-text border-warning-line',
  danger: 'bg-danger-soft text-danger-text border-danger-line',
};

/** Ink alone. */
export const toneText: Record<Tone, string> = {
  neutral: 'text-quiet',
  info: 'text-info-text',
  success: 'text-success-text',
  warning: 'text-warning-text',
  danger: 'text-danger-text',
};
