import { CopyButton } from '@/components/ui/copy-button';
import { Facts } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import type { TestResult } from '@/lib/features/connection-tests/schema';
import { formatExactTime, formatList } from '@/lib/format';
import { signInActors, signInErrors } from '@/lib/sign-in-errors.data';
import { ExplainedError } from './explained-error';
import type { TestedConnection } from './tested-connection';

type Props = TestedConnection & { result: TestResult };

/** How a trial sign-in ended. */
export function TestOutcome({ result, ...connection }: Props) {
  const { status, claims, error, description, details } = result;
  return (
    <>
      {status === 'success' ? (
        <Notice live tone="success" title="The sign-in worked">
          {warningOf(result, connection.domains) ?? 'Both sides fit.'}
        </Notice>
      ) : (
        <ExplainedError code={error ?? 'no code'} description={description} details={details} />
      )}
      {claims.length > 0 ? (
        <section aria-label="What the identity provider sent">
          <h4 className="mb-1 font-medium">What the identity provider sent</h4>
          <Facts
            facts={claims.map(({ name, value }) => ({
              term: name,
              value: <span className="wrap-anywhere">{value || '–'}</span>,
            }))}
          />
        </section>
      ) : null}
      <div className="flex items-center gap-2">
        <span className="text-quiet">For the ticket, without the person’s details:</span>
        <CopyButton labelled text={asMarkdown(result, connection)} what="result as Markdown" />
      </div>
    </>
  );
}

function warningOf({ email }: TestResult, domains: string[]): string | null {
  if (!email)
    return 'But no e-mail address came along: a real sign-in needs one. Look at the attribute mapping.';
  const domain = email.split('@').at(-1)?.toLowerCase() ?? '';
  if (domains.length === 0 || domains.some((one) => one.toLowerCase() === domain)) return null;
  return `But ${domain} is not a domain of this connection: it has ${formatList(domains)}. Such people are not led here by their address.`;
}

/** For the ticket: nothing of the person in it. */
function asMarkdown(result: TestResult, { connectionId, name }: TestedConnection): string {
  const { status, testId, error, description } = result;
  const known = error && Object.hasOwn(signInErrors, error) ? signInErrors[error] : undefined;
  return [
    `**Test of the connection to ${name}: ${status === 'success' ? 'worked' : 'failed'}**`,
    `- Connection: \`${connectionId}\``,
    `- Test: \`${testId}\``,
    `- Read: ${formatExactTime(new Date())}`,
    ...(error ? [`- Error: \`${error}\`${description ? `, ${description}` : ''}`] : []),
    ...(known
      ? [`- Cause: ${known.title}`, `- Who must act: ${signInActors[known.actor]}`, `- ${known.advice}`]
      : []),
  ].join('\n');
}
