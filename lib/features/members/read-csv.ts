import 'server-only';
import { CsvError, parse } from 'csv-parse/sync';
import { AppError } from '@/lib/errors';
import { decodeText, type Encoding } from './decode-text';
import { importLimit } from './schema';

/** A line of the file as it stands there. `extra` counts cells that no column stands for. */
export type CsvLine = {
  line: number;
  email: string;
  givenName: string;
  familyName: string;
  roles: string[];
  extra: number;
};

export type CsvFile = { encoding: Encoding; lines: CsvLine[] };

const columns = {
  email: /^(e-?mail|mail)([ _]?address)?$/,
  givenName: /^(given|first)[ _-]?name$/,
  familyName: /^((family|last)[ _-]?name|surname)$/,
  roles: /^roles?$/,
};

/**
 * Reads a CSV file of people: commas, semicolons or tabs, quoted or not, with any line ends.
 * @throws AppError invalid, with a sentence for `file`, when the file as a whole cannot be used
 */
export function readCsv(bytes: Uint8Array): CsvFile {
  const { text, encoding } = decodeText(bytes);
  const [header, ...rows] = parseRows(text);
  const names = header?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const at = (column: RegExp) => names.findIndex((name) => column.test(name));
  const [email, givenName, familyName, roles] = Object.values(columns).map(at);
  if (email === undefined || email < 0) {
    throw unusable('The first line names the columns, and none of them is “email”.');
  }
  if (rows.length === 0) throw unusable('There is nobody below the line with the columns.');
  if (rows.length > importLimit) {
    throw unusable(`It has ${rows.length} lines. One job takes ${importLimit}: split the file.`);
  }
  const lines = rows.map(({ cells, line }) => {
    const cell = (index = -1) => cells[index]?.trim() ?? '';
    return {
      line,
      email: cell(email),
      givenName: cell(givenName),
      familyName: cell(familyName),
      roles: cell(roles)
        .split(/[,;|]/)
        .map((name) => name.trim())
        .filter(Boolean),
      extra: cells.slice(names.length).filter((text) => text.trim() !== '').length,
    };
  });
  return { encoding, lines };
}

function parseRows(text: string): { cells: string[]; line: number }[] {
  // The header has no addresses and no names in it: whatever separates its words separates all.
  const header = /^.*$/m.exec(text.trimStart())?.[0] ?? '';
  const delimiter = [';', '\t'].find((one) => header.includes(one)) ?? ',';
  try {
    const options = { delimiter, info: true, relax_column_count: true, relax_quotes: true } as const;
    const records = parse(text, { ...options, skip_empty_lines: true, skip_records_with_empty_values: true });
    return (records as unknown as { record: string[]; info: { lines: number } }[]).map(
      ({ record, info }) => ({ cells: record, line: info.lines }),
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? ` (line ${error.lines})` : '';
    const quote = error.code === 'CSV_QUOTE_NOT_CLOSED';
    throw unusable(quote ? `A quotation mark is opened and never closed${line}.` : `It is not CSV${line}.`);
  }
}

function unusable(sentence: string): AppError {
  return new AppError('invalid', `This file cannot be used. ${sentence}`, {
    fieldErrors: { file: sentence },
  });
}
