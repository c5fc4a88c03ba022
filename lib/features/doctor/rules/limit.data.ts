import type { Rule } from '../evidence';
import { blocks, hints, supports, those } from './facts';

/** Answers with 429, told apart by whose limit it is. */
export const limitRules: Rule[] = [
  {
    id: 'limited_by_scalekit',
    title: 'Scalekit’s rate limit for the environment is reached',
    actor: 'us',
    codes: [],
    weigh: ({ asked: { limit }, budget }) =>
      limit?.code !== 'RATE_LIMITED'
        ? []
        : those(
            blocks('The body says RATE_LIMITED: Scalekit itself asks for fewer requests.'),
            budget &&
              (budget.used > budget.limit / 2 ? supports : hints)(
                `This console sent ${budget.used} of the ${budget.limit} calls a minute that it allows itself${budget.halved ? ', and has halved its rate after a 429' : ''}. The rest is the application’s own traffic.`,
              ),
          ),
    steps: () => [
      'Wait a minute. Sign-ins and our application share the limit with this console.',
      'If it comes back: look what calls the API in a loop, and ask Scalekit for a higher limit.',
    ],
    proof: 'The meter in the top bar falls, and the same request goes through.',
  },
  {
    id: 'limited_by_tool',
    title: 'The service behind a tool limits its own requests',
    actor: 'customer',
    codes: [],
    weigh: ({ asked: { limit } }) =>
      limit?.code === 'TOOL_ERROR'
        ? [
            blocks(
              'The body says TOOL_ERROR: the limit is the provider’s, not Scalekit’s. Nobody’s sign-in is slowed by it.',
            ),
          ]
        : [],
    steps: () => [
      'Wait as long as the provider asks for, or have the account’s owner raise their limit there.',
    ],
    proof: 'The same tool runs through.',
  },
];
