import 'server-only';
import { connectionsPb } from '@/lib/scalekit/services';
import type { TestResult } from './schema';

const { TestResultStatus } = connectionsPb;
const mostClaims = 60;
const mostCharacters = 2_000;

/** Plain row of a test's result: the vendor's message ends here. */
export function toTestResult(
  testId: string,
  answer: connectionsPb.GetConnectionTestResultResponse,
): TestResult {
  const claims = readClaims(answer.userInfo);
  return {
    testId,
    status: statusOf(answer),
    claims,
    email: claims.find(({ name }) => name === 'email')?.value ?? null,
    error: answer.error || null,
    description: answer.errorDescription ? withoutSecrets(answer.errorDescription) : null,
    details: answer.errorDetails ? withoutSecrets(answer.errorDetails) : null,
  };
}

// Pending is the zero value, which a status that this version does not know reads as too.
function statusOf({ status, error }: connectionsPb.GetConnectionTestResultResponse): TestResult['status'] {
  if (status === TestResultStatus.SUCCESS) return 'success';
  return status === TestResultStatus.FAILURE || error ? 'failure' : 'pending';
}

function readClaims(userInfo: string | undefined): TestResult['claims'] {
  if (!userInfo) return [];
  const parsed = parse(userInfo);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return [{ name: 'answer', value: withoutSecrets(userInfo) }];
  }
  return Object.entries(parsed)
    .filter(([name]) => !/token|secret|password|assertion|^code$/i.test(name))
    .slice(0, mostClaims)
    .map(([name, value]) => ({
      name,
      value: withoutSecrets(typeof value === 'string' ? value : JSON.stringify(value)),
    }));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Tokens and whole SAML responses are cut out of text that others wrote. */
function withoutSecrets(text: string): string {
  return text
    .replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token left out]')
    .replace(/[A-Za-z0-9+/=_-]{200,}/g, '[long value left out]')
    .slice(0, mostCharacters);
}
