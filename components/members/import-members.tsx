'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FailureNotice } from '@/components/forms/failure-notice';
import { useAction } from '@/components/forms/use-action';
import { LiveQueries } from '@/components/live/live-query';
import { usePastedQuery } from '@/components/live/pasted-query';
import { Button } from '@/components/ui/button';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Notice } from '@/components/ui/notice';
import type { ErrorView } from '@/lib/errors';
import { inviteFromFile } from '@/lib/features/members/actions';
import { importBytes, type ImportPreview as Preview } from '@/lib/features/members/schema';
import { formatQuantity } from '@/lib/format';
import { paths } from '@/lib/paths';
import { ImportPreview } from './import-preview';
import { readAsBase64 } from './read-as-base64';

type Props = { environment: string; organizationId: string };

/** Choose a file, see what is in it, start. */
export function ImportMembers(props: Props) {
  return (
    <LiveQueries>
      <Import {...props} />
    </LiveQueries>
  );
}

function Import({ environment, organizationId }: Props) {
  const router = useRouter();
  const [file, setFile] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<ErrorView | null>(null);
  const input = { organizationId, file };
  const preview = usePastedQuery<Preview>('members.previewImport', environment, input, file !== '');
  const { state, run, reopen } = useAction({ environment, action: inviteFromFile });

  const choose = async (chosen: File | undefined) => {
    setFailure(null);
    setFile('');
    setProblem(chosen && chosen.size > importBytes ? 'A file may have at most 512 KB.' : null);
    if (chosen && chosen.size <= importBytes) setFile(await readAsBase64(chosen));
  };
  const start = async () => {
    if (state !== 'editing') return;
    const result = await run(input);
    if (result?.ok) router.push(paths.job(environment, result.data.jobId));
    else if (result) setFailure(result.error);
  };
  const said = problem ?? preview.error?.fieldErrors?.file;
  const good = preview.data?.good ?? 0;
  return (
    <div className="flex flex-col gap-5">
      <div>
        <label htmlFor="import-file" className="mb-1 block font-medium">
          CSV file
        </label>
        <input
          id="import-file"
          type="file"
          accept=".csv,text/csv,text/plain"
          aria-invalid={said ? true : undefined}
          aria-describedby={said ? 'import-file-error import-file-help' : 'import-file-help'}
          onChange={(event) => void choose(event.target.files?.[0])}
          className="block max-w-full file:mr-3 file:h-8 file:cursor-pointer file:rounded file:border file:border-line-strong/60 file:bg-raised file:px-3 file:font-medium"
        />
        {said ? (
          <p id="import-file-error" role="alert" className="mt-1 text-table text-danger-text">
            {said}
          </p>
        ) : null}
        <p id="import-file-help" className="measure mt-1 text-table text-quiet">
          The first line names the columns: <code className="font-mono text-xs">email</code>, and if you like{' '}
          <code className="font-mono text-xs">given_name</code>,{' '}
          <code className="font-mono text-xs">family_name</code> and{' '}
          <code className="font-mono text-xs">roles</code>, several roles separated by{' '}
          <code className="font-mono text-xs">|</code>. Without roles the organization’s default role applies.
          Commas, semicolons or tabs will do.
        </p>
      </div>
      <div aria-live="polite" className="flex flex-col gap-5">
        {preview.isFetching ? <p>Checking each line…</p> : null}
        {preview.error && !said ? (
          <ErrorPanel title="The file could not be checked." error={preview.error} />
        ) : null}
        {preview.data ? <ImportPreview preview={preview.data} /> : null}
      </div>
      {failure ? <FailureNotice error={failure} onChecked={reopen} /> : null}
      {preview.data && good === 0 ? (
        <Notice tone="warning" title="No line of this file can be sent." />
      ) : null}
      {good > 0 ? (
        <div>
          <Button
            variant="primary"
            pending={state === 'sending'}
            unavailable={state === 'unknown'}
            onClick={() => void start()}
          >
            {`Invite ${formatQuantity(good, 'person', 'people')}`}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
