import { exportCountHeader } from '@/lib/activity/export-format';
import type { ErrorView } from '@/lib/errors';

export type Progress = { rows: number; bytes: number; total: number | null };

export type Downloaded = { ok: true; blob: Blob; fileName: string } | { ok: false; error: ErrorView };

const newline = 10;

const brokenOff: ErrorView = {
  code: 'unavailable',
  message: 'The export broke off before its end, so nothing was saved. Try again.',
  unknown: false,
  stepUp: false,
};

/**
 * Reads an export to its end and tells how far it is. Half an export is thrown away: it would pass for the whole.
 * @throws DOMException AbortError when the signal says so
 */
export async function downloadExport(
  address: string,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Downloaded> {
  try {
    const response = await fetch(address, { signal });
    if (!response.ok || !response.body) return { ok: false, error: (await response.json()).error };
    const told = response.headers.get(exportCountHeader);
    const total = told === null ? null : Number(told);
    const parts: BlobPart[] = [];
    const progress = { rows: 0, bytes: 0, total };
    const reader = response.body.getReader();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      parts.push(value);
      for (const byte of value) if (byte === newline) progress.rows += 1;
      progress.bytes += value.length;
      onProgress({ ...progress });
    }
    const type = response.headers.get('content-type') ?? 'application/octet-stream';
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
    return { ok: true, blob: new Blob(parts, { type }), fileName: name ?? 'activity' };
  } catch (error) {
    if (signal.aborted) throw error;
    return { ok: false, error: brokenOff };
  }
}

/** Hands a file to the browser's downloads. */
export function saveFile(blob: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  // Not at once: the browser has not begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
