export type ApiCall = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path and query as they go to Scalekit. */
  path: string;
  /** Never with a secret in it: it stands on the screen. */
  body?: unknown;
};

/** The exact call behind a button, folded. */
export function ApiCallPreview({ call }: { call: ApiCall }) {
  return (
    <details className="text-table">
      <summary className="w-fit rounded-sm text-quiet hover:text-text">API call</summary>
      <pre className="mt-2 overflow-x-auto rounded border border-line bg-sunken p-3 font-mono text-xs">
        {`${call.method} ${call.path}`}
        {call.body === undefined ? null : `\n\n${JSON.stringify(call.body, null, 2)}`}
      </pre>
    </details>
  );
}
