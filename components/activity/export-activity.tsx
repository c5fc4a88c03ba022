'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { LazyDialogProps } from '@/components/ui/lazy-dialog';
import { Notice } from '@/components/ui/notice';
import { ProgressBar } from '@/components/ui/progress-bar';
import { type ExportFormat, exportFormats } from '@/lib/activity/export-format';
import { isEmptyFilter } from '@/lib/activity/filter';
import type { ErrorView } from '@/lib/errors';
import { withSearch } from '@/lib/paths';
import { downloadExport, type Progress, saveFile } from './download-export';
import type { WithFilter } from './view-dialogs';
import { chipsOf } from './words';

const words: Record<ExportFormat, { name: string; help: string }> = {
  csv: {
    name: 'CSV',
    help: 'For spreadsheets. What a spreadsheet would run as a formula gets an apostrophe.',
  },
  jsonl: { name: 'JSON lines', help: 'One object per line, with the data of each event.' },
  ocsf: { name: 'OCSF 1.3', help: 'One event per line in the Open Cybersecurity Schema, for a SIEM.' },
};

type State =
  | { step: 'choose'; error?: ErrorView }
  | { step: 'running'; progress: Progress }
  | { step: 'done'; progress: Progress };

/** Takes what the page shows, all of it, into a file. */
export default function ExportActivity({ environment, filter, onClose }: LazyDialogProps & WithFilter) {
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [state, setState] = useState<State>({ step: 'choose' });
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async () => {
    const controller = new AbortController();
    running.current = controller;
    let last: Progress = { rows: 0, bytes: 0, total: null };
    setState({ step: 'running', progress: last });
    const show = (progress: Progress) => {
      last = progress;
      setState({ step: 'running', progress });
    };
    const address = withSearch('/api/export/activity', { ...filter, environment, format });
    const result = await downloadExport(address, show, controller.signal).catch(() => null);
    if (!result) return;
    if (!result.ok) return setState({ step: 'choose', error: result.error });
    saveFile(result.blob, result.fileName);
    setState({ step: 'done', progress: last });
  };

  return (
    <Dialog title="Export activity" onClose={onClose}>
      <div className="flex flex-col gap-4 px-5 pt-4 pb-5">
        <p className="text-table text-quiet">
          {isEmptyFilter(filter)
            ? 'Everything that is kept, newest first. '
            : `What the filter leaves, newest first: ${chipsOf(filter)
                .map(({ label }) => label)
                .join(', ')}. `}
          The staff log names you and the fields that filter, not what you typed into them.
        </p>
        {state.step === 'choose' ? <Formats value={format} onChange={setFormat} /> : null}
        {state.step === 'choose' && state.error ? (
          <Notice live tone="danger" title="The export could not be made.">
            {state.error.message}
          </Notice>
        ) : null}
        {state.step === 'choose' ? null : <Reading progress={state.progress} done={state.step === 'done'} />}
      </div>
      <footer className="flex justify-end gap-2 border-t border-line px-5 py-3">
        <Button onClick={onClose}>{state.step === 'done' ? 'Close' : 'Cancel'}</Button>
        {state.step === 'done' ? null : (
          <Button variant="primary" pending={state.step === 'running'} onClick={start}>
            Export
          </Button>
        )}
      </footer>
    </Dialog>
  );
}

type FormatsProps = { value: ExportFormat; onChange: (format: ExportFormat) => void };

function Formats({ value, onChange }: FormatsProps) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">Format</legend>
      {exportFormats.map((format) => (
        <label key={format} className="flex items-start gap-2">
          <input
            type="radio"
            name="format"
            className="mt-1 size-4 accent-accent"
            checked={format === value}
            onChange={() => onChange(format)}
          />
          <span>
            {words[format].name}
            <span className="block text-table text-quiet">{words[format].help}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Reading({ progress, done }: { progress: Progress; done: boolean }) {
  const { rows, total, bytes } = progress;
  const size = `${(bytes / 1_000_000).toFixed(1)} MB`;
  const lines = rows.toLocaleString('en');
  return (
    <div aria-live="polite">
      <ProgressBar label="Rows exported" value={done ? 1 : rows} max={done ? 1 : (total ?? 0)} />
      <p className="mt-1 text-table text-quiet tabular-nums">
        {done
          ? `Saved: ${lines} lines, ${size}.`
          : `${lines} lines${total === null ? '' : ` of about ${total.toLocaleString('en')}`}, ${size}`}
      </p>
    </div>
  );
}
