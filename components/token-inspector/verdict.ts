import type { InspectedToken } from '@/lib/features/token-inspector/schema';

/** Whether a token is to be believed and would be accepted now, in sentences. */
export type Verdict = { tone: 'success' | 'warning' | 'danger'; title: string; sentences: string[] };

const states: Record<InspectedToken['state'], string> = {
  valid: 'It has not ended.',
  endless: 'It names no end.',
  expired: 'It has ended: whoever is shown it should refuse it.',
  not_yet: 'Its time has not begun. If it was just issued, a clock is wrong.',
};

/** The verdict on a token that was pasted in `environment`. */
export function verdictOf(token: InspectedToken, environment: string): Verdict {
  const time = states[token.state];
  switch (token.signature) {
    case 'good': {
      const works = token.state === 'valid' || token.state === 'endless';
      const limits =
        'A session or client that has ended since does not show in it: it is accepted until its own end.';
      return works
        ? { tone: 'success', title: `Signed by ${environment}, and in its time`, sentences: [time, limits] }
        : { tone: 'warning', title: `Signed by ${environment}, but not in its time`, sentences: [time] };
    }
    case 'bad':
      return {
        tone: 'danger',
        title: 'The signature is wrong',
        sentences: [
          'It was changed after it was signed, or cut off in copying. Nothing in it can be believed.',
        ],
      };
    case 'unsigned':
      return {
        tone: 'danger',
        title: 'It is not signed',
        sentences: ['Anybody could have written it. Scalekit signs all of its tokens.'],
      };
    case 'elsewhere':
      return {
        tone: 'warning',
        title: `It was issued by ${token.environment}`,
        sentences: [`Open the toolbox of ${token.environment} to check its signature.`, time],
      };
    case 'unknown_key':
      return {
        tone: 'warning',
        title: `No key of ${environment} fits it`,
        sentences: [
          'Another environment or another issuer signed it, or the key it was signed with is no longer published.',
          time,
        ],
      };
  }
}
