import { Notice } from '@/components/ui/notice';
import { signInActors, signInErrors } from '@/lib/sign-in-errors.data';

type Props = {
  code: string;
  /** What Scalekit said of it, in its own words. */
  description?: string | null;
  details?: string | null;
};

/** A failed sign-in: what happened, who must act, what they do. */
export function ExplainedError({ code, description, details }: Props) {
  const known = Object.hasOwn(signInErrors, code) ? signInErrors[code] : undefined;
  return (
    <Notice live tone="danger" title={known?.title ?? 'The sign-in failed'}>
      {known ? (
        <>
          <p>
            <strong>Who must act:</strong> {signInActors[known.actor]}.
          </p>
          <p className="mt-1">{known.advice}</p>
        </>
      ) : (
        <p>This code is not among the documented ones. Send it to Scalekit’s support with the test id.</p>
      )}
      <p className="mt-2 text-quiet wrap-anywhere">
        <code className="font-mono text-xs">{code}</code>
        {description ? ` – Scalekit says: ${description}` : null}
      </p>
      {details ? (
        <details className="mt-2 text-table">
          <summary className="w-fit rounded-sm text-quiet hover:text-text">Details from Scalekit</summary>
          <pre className="mt-1 font-mono text-xs whitespace-pre-wrap wrap-anywhere">{details}</pre>
        </details>
      ) : null}
    </Notice>
  );
}
